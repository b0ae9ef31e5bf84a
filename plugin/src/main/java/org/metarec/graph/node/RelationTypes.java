package org.metarec.graph.node;

import java.util.List;
import java.util.function.Consumer;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** Some relationship types, in an order. Where Neo4j takes none for all, here none are none. */
public final class RelationTypes {
  private final List<String> names;
  private final RelationshipType[] types;

  public RelationTypes(List<String> names) {
    this.names = List.copyOf(names);
    this.types = names.stream().map(RelationshipType::withName).toArray(RelationshipType[]::new);
  }

  public int count() {
    return types.length;
  }

  public String name(int relation) {
    return names.get(relation);
  }

  /** Does something with each relationship of a node that is of one of the types. */
  public void forEach(Node node, Direction direction, Consumer<Relationship> action) {
    if (types.length > 0) {
      try (var relationships = node.getRelationships(direction, types)) {
        relationships.forEach(action);
      }
    }
  }

  /**
   * Does something with each relationship of one type in the whole graph.
   *
   * @param progress asked before each whether to go on
   * @return how many there are
   */
  public static long forEach(
      Transaction tx, String type, Progress progress, Consumer<Relationship> action) {
    long count = 0;
    try (ResourceIterator<Relationship> relationships =
        tx.findRelationships(RelationshipType.withName(type))) {
      while (relationships.hasNext()) {
        progress.checkRunning();
        action.accept(relationships.next());
        count++;
      }
    }
    return count;
  }

  /** The place of a relationship's type among them. */
  public int relation(Relationship relationship) {
    return names.indexOf(relationship.getType().name());
  }
}
