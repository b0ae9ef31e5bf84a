package org.metarec.procedure;

import java.util.List;
import java.util.Optional;
import org.metarec.recommend.Connection;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Transaction;

/** Turns the connections of one user into paths of the graph. */
final class UserPathFinder {
  private final Transaction tx;
  private final UserRequest request;

  UserPathFinder(Transaction tx, UserRequest request) {
    this.tx = tx;
    this.request = request;
  }

  /** The paths that are still there, in the order of the connections. */
  List<Path> paths(List<Connection> connections) {
    return connections.stream().flatMap(connection -> path(connection).stream()).toList();
  }

  /** From the user, or an anonymous visitor's clicked item, to the item. */
  Optional<Path> path(Connection connection) {
    return Optional.empty();
  }
}
