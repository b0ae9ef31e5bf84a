package org.metarec.graph;

import com.google.common.primitives.Longs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.metarec.GraphMismatchException;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * A label and the property that tells its nodes apart.
 *
 * @param key empty where the nodes have no such property
 */
public record KeyedLabel(String label, Optional<String> key) {
  /** Without an index, to look for each takes a scan. */
  private static final int MOST_PROBLEMS = 10;

  /** Letters of a key in a message. */
  private static final int LONGEST = 100;

  /** Whether a node bears the label. */
  public boolean isOn(Node node) {
    return node.hasLabel(Label.label(label));
  }

  /** The value of a node's key; empty where it has none. */
  public Optional<Object> value(Node node) {
    return key.map(property -> node.getProperty(property, null));
  }

  /** A node as Cypher finds it: {@code (:Movie {id: 'm1'})}, without a key by its element id. */
  public String pattern(Node node) {
    return value(node)
        .map(found -> "(:%s {%s: %s})".formatted(label, keyOrFail(found), quoted(found)))
        .orElseGet(() -> "(:%s, elementId '%s')".formatted(label, node.getElementId()));
  }

  /**
   * The node that a caller means. Takes the index of the key where there is one, else a scan of the
   * label.
   *
   * @param given a node of the label, or the value of its key: no list or map
   * @throws GraphMismatchException if it is another node, is deleted, or if none or several match
   */
  public Node find(Transaction tx, Object given) {
    if (given instanceof Node node) {
      return checked(node);
    }
    List<Node> found = matches(tx, given);
    if (found.isEmpty()) {
      throw new GraphMismatchException(
          "no %s has %s %s; %s", label, keyOrFail(given), quoted(given), wayOut(tx, given));
    }
    if (found.size() > 1) {
      throw new GraphMismatchException(
          "%d nodes %s have %s %s; pass the node itself, or train with a key that is unique",
          found.size(), label, keyOrFail(given), quoted(given));
    }
    return found.get(0);
  }

  /**
   * The nodes that a caller means, in their order.
   *
   * @throws GraphMismatchException lists what is in the way of each, of the first ten
   */
  public List<Node> findAll(Transaction tx, List<Object> given) {
    List<Node> found = new ArrayList<>();
    Set<String> problems = new LinkedHashSet<>();
    for (Object one : given) {
      if (problems.size() == MOST_PROBLEMS) {
        problems.add("there may be more");
        break;
      }
      try {
        found.add(find(tx, one));
      } catch (GraphMismatchException problem) {
        problems.add(problem.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new GraphMismatchException("%s", String.join("; ", problems));
    }
    return List.copyOf(found);
  }

  private Node checked(Node node) {
    try {
      if (isOn(node)) {
        return node;
      }
      throw new GraphMismatchException(
          "node %s is no %s, its labels are %s; pass %s",
          node.getElementId(), label, Labels.of(node), expected());
    } catch (NotFoundException e) {
      throw new GraphMismatchException(
          "node %s has been deleted; pass %s", node.getElementId(), expected());
    }
  }

  private List<Node> matches(Transaction tx, Object value) {
    try (ResourceIterator<Node> nodes = tx.findNodes(Label.label(label), keyOrFail(value), value)) {
      return nodes.stream().toList();
    }
  }

  /** A number may be meant by a string, and the other way round. */
  private String wayOut(Transaction tx, Object given) {
    Optional<Object> other =
        given instanceof String text
            ? Optional.ofNullable(Longs.tryParse(text))
            : Optional.of(given).filter(Number.class::isInstance).map(String::valueOf);
    return other
        .filter(value -> !matches(tx, value).isEmpty())
        .map(
            value ->
                "%s %s is a %s: pass it as one"
                    .formatted(
                        keyOrFail(value),
                        quoted(value),
                        value instanceof String ? "string" : "number"))
        .orElseGet(() -> "pass " + expected());
  }

  private String keyOrFail(Object value) {
    return key.orElseThrow(
        () ->
            new GraphMismatchException(
                "%s cannot be looked up: nodes %s have no key; pass the node itself, or create a"
                    + " uniqueness constraint or set userKey or itemKey, and train again",
                quoted(value), label));
  }

  private String expected() {
    return key.map(property -> "a node %s or the value of its %s".formatted(label, property))
        .orElse("a node " + label);
  }

  private static String quoted(Object value) {
    return value instanceof String text
        ? "'%s'".formatted(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…")
        : String.format(Locale.ROOT, "%s", value);
  }
}
