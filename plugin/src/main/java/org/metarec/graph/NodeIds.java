package org.metarec.graph;

import java.util.Optional;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/** Neo4j's numeric ids, which it means to remove: the one place that uses them. */
@SuppressWarnings("removal")
final class NodeIds {
  private NodeIds() {}

  static long of(Node node) {
    return node.getId();
  }

  /** Empty if the node has been deleted. */
  static Optional<Node> find(Transaction tx, long id) {
    try {
      return Optional.of(tx.getNodeById(id));
    } catch (NotFoundException deleted) {
      return Optional.empty();
    }
  }
}
