package org.metarec.graph.node;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.metarec.GraphMismatchException;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * Neo4j's numeric ids: eight bytes where an element id is a string. They are deprecated for
 * removal, and this is the one place that knows them.
 */
@SuppressWarnings("removal")
public final class NodeIds {

  private NodeIds() {}

  public static long of(Node node) {
    return node.getId();
  }

  public static long of(Relationship relationship) {
    return relationship.getId();
  }

  public static long startOf(Relationship relationship) {
    return relationship.getStartNodeId();
  }

  public static long endOf(Relationship relationship) {
    return relationship.getEndNodeId();
  }

  /** Empty if the node has been deleted. */
  public static Optional<Node> find(Transaction tx, long id) {
    return read(tx, id, node -> node);
  }

  /**
   * Checks that a node that a caller has passed in is there.
   *
   * @throws GraphMismatchException if it has been deleted
   */
  public static void requireThere(Transaction tx, Node node) {
    if (find(tx, of(node)).isEmpty()) {
      throw new GraphMismatchException(
          "node %s has been deleted; pass one that is in the graph", node.getElementId());
    }
  }

  /** What is read of a node; empty if it has been deleted, or is while it is read, or for null. */
  public static <T> Optional<T> read(Transaction tx, long id, Function<Node, T> reading) {
    return unlessDeleted(() -> reading.apply(tx.getNodeById(id)));
  }

  /** What is read of a node or relationship; empty if it was deleted meanwhile, or for null. */
  public static <T> Optional<T> unlessDeleted(Supplier<T> reading) {
    try {
      return Optional.ofNullable(reading.get());
    } catch (NotFoundException deleted) {
      return Optional.empty();
    }
  }

  /** Does something with a node or relationship, unless it was deleted meanwhile. */
  public static void passOverDeleted(Runnable action) {
    unlessDeleted(
        () -> {
          action.run();
          return action;
        });
  }

  /** Empty if the relationship has been deleted; another may have its id since. */
  public static Optional<Relationship> findRelationship(Transaction tx, long id) {
    return unlessDeleted(() -> tx.getRelationshipById(id));
  }
}
