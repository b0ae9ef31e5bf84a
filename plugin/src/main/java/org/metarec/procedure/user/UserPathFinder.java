package org.metarec.procedure.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.live.user.UserHistory;
import org.metarec.graph.node.GraphPath;
import org.metarec.graph.node.NodeIds;
import org.metarec.recommend.Connection;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * Turns the connections of one user into paths of the graph: from the user where the graph holds
 * the click, else from the clicked item.
 */
final class UserPathFinder {
  private final Transaction tx;
  private final UserRequest request;
  private final LiveModel live;

  UserPathFinder(Transaction tx, UserRequest request) {
    this.tx = tx;
    this.request = request;
    this.live = request.view().live();
  }

  /** The paths to an item, in the order of the connections; those no longer there are left out. */
  List<Path> paths(List<Connection> connections, int item) {
    return connections.stream().flatMap(one -> path(one, item).stream()).toList();
  }

  /** The path to an item, if it is still there. */
  Optional<Path> path(Connection connection, int item) {
    UserHistory.Past past = request.view().history().supporting(connection.click());
    List<GraphPath.Step> steps = new ArrayList<>();
    Optional<Node> user = request.user().filter(node -> past.handle().isPresent());
    if (user.isPresent()) {
      long handle = past.handle().orElseThrow();
      Optional<Relationship> click = NodeIds.findRelationship(tx, handle);
      if (click.isEmpty()) {
        return Optional.empty();
      }
      String type = click.get().getType().name();
      steps.add(new GraphPath.Step(handle, type, live.itemId(past.item())));
    }
    addSteps(connection, item, steps);
    return user.or(() -> live.node(tx, past.item()))
        .flatMap(start -> GraphPath.of(tx, start, steps));
  }

  private void addSteps(Connection connection, int item, List<GraphPath.Step> steps) {
    String type = request.relations().get(connection.relation());
    List<Long> handles = connection.handles();
    connection
        .attribute()
        .ifPresent(
            attribute -> {
              long node = live.attributeId(attribute);
              steps.add(new GraphPath.Step(handles.get(0), type, node));
            });
    steps.add(new GraphPath.Step(handles.get(handles.size() - 1), type, live.itemId(item)));
  }
}
