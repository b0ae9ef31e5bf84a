package org.metarec.bench.coldstart;

import java.util.List;
import java.util.Map;
import org.metarec.bench.coldstart.folder.FolderGraph;
import org.metarec.bench.coldstart.folder.Scenario.Task;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/**
 * Asks {@code metarec.score} about one user at a time. The user's node, or what is added to it,
 * lives in a transaction that is rolled back: metarec sees what the calling transaction has changed
 * of the user, and nobody else ever does.
 */
final class UserScoring implements Scorer {
  private static final String SCORE =
      "CALL metarec.score($user, $items) YIELD score, rating RETURN score, rating";

  private final FolderGraph graph;
  private final int clicks;
  private final boolean history;

  /**
   * @param clicks how many interactions of the support are added, the first ones
   * @param history whether to add to the node that has the user's history
   */
  UserScoring(FolderGraph graph, int clicks, boolean history) {
    this.graph = graph;
    this.clicks = clicks;
    this.history = history;
  }

  @Override
  public List<Scored> score(Task task) {
    List<String> items = task.items();
    try (Transaction tx = graph.database().beginTx()) {
      Node user = user(tx, task.user());
      task.support().stream().limit(clicks).forEach(one -> graph.interact(tx, user, one));
      List<Node> nodes = items.stream().map(item -> graph.item(tx, item)).toList();
      try (Result rows = tx.execute(SCORE, Map.of("user", user, "items", nodes))) {
        return items.stream().map(item -> scored(item, rows.next())).toList();
      }
    }
  }

  private Node user(Transaction tx, String user) {
    return history
        ? graph.knownUser(tx, user).orElseGet(() -> graph.createUser(tx, user))
        : graph.createUser(tx, user);
  }

  private static Scored scored(String item, Map<String, Object> row) {
    Object rating = row.get("rating");
    return new Scored(
        item,
        ((Number) row.get("score")).doubleValue(),
        rating == null ? Double.NaN : ((Number) rating).doubleValue());
  }
}
