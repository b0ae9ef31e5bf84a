package org.metarec.procedure.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.live.user.UserHistory;
import org.metarec.graph.node.GraphPath;
import org.metarec.graph.node.NodeIds;
import org.metarec.recommend.reason.Connection;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Transaction;

/**
 * Turns the connections of one user into paths of the graph: from the user, or from the clicked
 * item where the graph does not hold the click.
 */
final class UserPathFinder {
  private final Transaction tx;
  private final UserRequest request;
  private final LiveModel live;
  private final List<String> types;

  UserPathFinder(Transaction tx, UserRequest request) {
    this.tx = tx;
    this.request = request;
    this.live = request.view().live();
    this.types = request.relations();
  }

  /** The paths to an item, in the order of the connections; those no longer there are left out. */
  List<Path> paths(List<Connection> connections, int item) {
    return connections.stream().flatMap(one -> path(one, item).stream()).toList();
  }

  /** The path to an item, if it is still there. */
  Optional<Path> path(Connection connection, int item) {
    return connection.click().isPresent()
        ? ofClick(
            request.view().history().supporting(connection.click().getAsInt()), connection, item)
        : ofUser(connection, item);
  }

  private Optional<Path> ofClick(UserHistory.Past past, Connection connection, int item) {
    List<GraphPath.Step> steps = new ArrayList<>();
    Optional<Node> user = request.user().filter(node -> past.handle().isPresent());
    if (user.isPresent()) {
      Optional<GraphPath.Step> click =
          fromUser(past.handle().orElseThrow(), live.itemId(past.item()));
      if (click.isEmpty()) {
        return Optional.empty();
      }
      steps.add(click.get());
    }
    addSteps(connection, item, steps);
    return user.or(() -> live.node(tx, past.item()))
        .flatMap(start -> GraphPath.of(tx, start, steps));
  }

  /** Over what both are linked with. */
  private Optional<Path> ofUser(Connection connection, int item) {
    return request
        .user()
        .flatMap(
            start ->
                fromUser(
                        connection.handles().get(0),
                        live.attributeId(connection.attribute().orElseThrow()))
                    .flatMap(
                        step ->
                            GraphPath.of(tx, start, List.of(step, lastStep(connection, item)))));
  }

  /** A step along a relationship, of whatever type, if it is still there. */
  private Optional<GraphPath.Step> fromUser(long handle, long node) {
    return NodeIds.findRelationship(tx, handle)
        .map(relationship -> new GraphPath.Step(handle, relationship.getType().name(), node));
  }

  private void addSteps(Connection connection, int item, List<GraphPath.Step> steps) {
    String type = types.get(connection.relation());
    List<Long> handles = connection.handles();
    connection
        .attribute()
        .ifPresent(
            attribute -> {
              long node = live.attributeId(attribute);
              steps.add(new GraphPath.Step(handles.get(0), type, node));
            });
    steps.add(lastStep(connection, item));
  }

  private GraphPath.Step lastStep(Connection connection, int item) {
    List<Long> handles = connection.handles();
    String type = types.get(connection.relation());
    return new GraphPath.Step(handles.get(handles.size() - 1), type, live.itemId(item));
  }
}
