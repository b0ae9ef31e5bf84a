package org.metarec.graph.node;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * A path of real nodes and relationships, each relationship followed in either direction. Cypher,
 * Bolt and Browser take it for one of their own. Immutable.
 */
public final class GraphPath implements Path {
  private final List<Node> nodes;
  private final List<Relationship> relationships;

  private GraphPath(List<Node> nodes, List<Relationship> relationships) {
    this.nodes = List.copyOf(nodes);
    this.relationships = List.copyOf(relationships);
  }

  /**
   * A step along a relationship, as it was when it was read.
   *
   * @param relationship internal id, the handle of a {@link org.metarec.path.PathIndex}
   * @param type relationship type
   * @param node internal id of the node that the step leads to
   */
  public record Step(long relationship, String type, long node) {}

  /**
   * Walks steps from a node. An id can be given to another relationship after a deletion, so type
   * and both ends are checked.
   *
   * @return empty if any step is no longer in the graph
   */
  public static Optional<GraphPath> of(Transaction tx, Node start, List<Step> steps) {
    List<Node> nodes = new ArrayList<>(List.of(start));
    List<Relationship> relationships = new ArrayList<>();
    long current = NodeIds.of(start);
    for (Step step : steps) {
      Optional<Relationship> relationship =
          NodeIds.findRelationship(tx, step.relationship()).filter(joins(step, current));
      if (relationship.isEmpty()) {
        return Optional.empty();
      }
      relationships.add(relationship.get());
      nodes.add(relationship.get().getOtherNode(nodes.get(nodes.size() - 1)));
      current = step.node();
    }
    return Optional.of(new GraphPath(nodes, relationships));
  }

  private static Predicate<Relationship> joins(Step step, long from) {
    return relationship -> {
      long start = NodeIds.startOf(relationship);
      long end = NodeIds.endOf(relationship);
      return relationship.isType(RelationshipType.withName(step.type()))
          && ((start == from && end == step.node()) || (start == step.node() && end == from));
    };
  }

  @Override
  public Node startNode() {
    return nodes.get(0);
  }

  @Override
  public Node endNode() {
    return nodes.get(nodes.size() - 1);
  }

  /** The last relationship; null, as Neo4j asks, for a path of one node. */
  @Override
  public Relationship lastRelationship() {
    return relationships.isEmpty() ? null : relationships.get(relationships.size() - 1);
  }

  @Override
  public Iterable<Relationship> relationships() {
    return relationships;
  }

  @Override
  public Iterable<Relationship> reverseRelationships() {
    return Lists.reverse(relationships);
  }

  @Override
  public Iterable<Node> nodes() {
    return nodes;
  }

  @Override
  public Iterable<Node> reverseNodes() {
    return Lists.reverse(nodes);
  }

  @Override
  public int length() {
    return relationships.size();
  }

  /** Nodes and relationships in turn. */
  @Override
  public Iterator<Entity> iterator() {
    List<Entity> entities = new ArrayList<>(List.of(startNode()));
    for (int i = 0; i < length(); i++) {
      entities.add(relationships.get(i));
      entities.add(nodes.get(i + 1));
    }
    return entities.iterator();
  }

  @Override
  public String toString() {
    return Lists.newArrayList(iterator()).toString();
  }
}
