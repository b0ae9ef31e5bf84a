package org.metarec.graph;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.ConstraintDefinition;
import org.neo4j.graphdb.schema.ConstraintType;

/**
 * Which property tells the nodes of a label apart: one with a uniqueness constraint, else a name
 * that every node has. Remembers what it found; made for one transaction and one thread.
 */
public final class LabelKeys {
  private final Transaction tx;
  private final Progress progress;
  private final Map<String, NavigableSet<String>> unique = new HashMap<>();
  private final Map<String, Optional<String>> names = new HashMap<>();
  private final Map<List<String>, KeyedLabel> ofNodes = new HashMap<>();

  public LabelKeys(Transaction tx, Progress progress) {
    this.tx = tx;
    this.progress = progress;
  }

  /** A label with its key. */
  public KeyedLabel of(String label) {
    return new KeyedLabel(label, constrained(label).or(() -> name(label)));
  }

  /**
   * The label of a node that its key belongs to: the alphabetically first with a uniqueness
   * constraint, else the first with a name that all its nodes have, else the first.
   */
  public KeyedLabel of(Node node) {
    return ofNodes.computeIfAbsent(Labels.of(node), this::ofLabels);
  }

  private KeyedLabel ofLabels(List<String> labels) {
    return labels.stream()
        .filter(label -> constrained(label).isPresent())
        .findFirst()
        .or(() -> labels.stream().filter(label -> name(label).isPresent()).findFirst())
        .or(() -> labels.stream().findFirst())
        .map(this::of)
        .orElse(new KeyedLabel("", Optional.empty()));
  }

  /**
   * What tells a node from others, without a look at those: the value of its key where a constraint
   * sees to it, else its name; empty where it has neither, and for a list.
   */
  public Optional<Object> valueOf(Node node) {
    Stream<String> constrained =
        Labels.of(node).stream().flatMap(label -> constrained(label).stream()).limit(1);
    return Stream.concat(constrained, GraphSchema.NAMES.stream())
        .map(property -> node.getProperty(property, null))
        .filter(Objects::nonNull)
        .findFirst()
        .filter(value -> !value.getClass().isArray());
  }

  /** Whether a constraint sees to it that no two nodes have the same key. */
  public boolean isUnique(KeyedLabel keyed) {
    return keyed.key().filter(unique(keyed.label())::contains).isPresent();
  }

  /**
   * The property of a label with a uniqueness constraint: id, else "labelId", else the
   * alphabetically first.
   */
  public Optional<String> constrained(String label) {
    NavigableSet<String> properties = unique(label);
    String labelId = label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) + "Id";
    return List.of(GraphSchema.ID, labelId).stream()
        .filter(properties::contains)
        .findFirst()
        .or(() -> properties.stream().findFirst());
  }

  private NavigableSet<String> unique(String label) {
    return unique.computeIfAbsent(label, this::readConstraints);
  }

  private NavigableSet<String> readConstraints(String label) {
    NavigableSet<String> properties = new TreeSet<>();
    for (ConstraintDefinition constraint : tx.schema().getConstraints(Label.label(label))) {
      boolean isKey =
          constraint.isConstraintType(ConstraintType.UNIQUENESS)
              || constraint.isConstraintType(ConstraintType.NODE_KEY);
      List<String> keys = ImmutableList.copyOf(constraint.getPropertyKeys());
      if (isKey && keys.size() == 1) {
        properties.add(keys.get(0));
      }
    }
    return properties;
  }

  private Optional<String> name(String label) {
    return names.computeIfAbsent(
        label,
        absent -> GraphSchema.NAMES.stream().filter(name -> everyNodeHas(label, name)).findFirst());
  }

  private boolean everyNodeHas(String label, String property) {
    try (ResourceIterator<Node> nodes = tx.findNodes(Label.label(label))) {
      return nodes.stream().allMatch(node -> hasOrIsGone(node, property));
    }
  }

  private boolean hasOrIsGone(Node node, String property) {
    progress.checkRunning();
    try {
      return node.hasProperty(property);
    } catch (NotFoundException deletedMeanwhile) {
      return true;
    }
  }
}
