package org.metarec.bench.coldstart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metarec.bench.coldstart.folder.FolderGraph;
import org.metarec.bench.coldstart.folder.Scenario;
import org.metarec.bench.coldstart.folder.Scenario.Task;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Node Similarity of GDS: who likes what the user likes, and what else they like. An item's score
 * is the sum of the similarities of those who like it; one that nobody likes yet has none.
 */
final class NodeSimilarity {
  /** A user who is asked about; without the label User as well nobody's neighbour. */
  static final Label FRESH = Label.label("Fresh");

  private static final Label USER = Label.label("User");
  private static final String TASK = "benchTask";

  private static final String LIKED_BY_NEIGHBOURS =
      """
      CALL gds.nodeSimilarity.filtered.stream($graph, {
        sourceNodeFilter: 'Fresh', targetNodeFilter: 'User', topK: $neighbours, similarityMetric: $similarity})
      YIELD node1, node2, similarity
      WITH gds.util.asNode(node1) AS user, gds.util.asNode(node2) AS neighbour, similarity
      MATCH (neighbour)-[r:RATED]->(item:Item)
      WHERE coalesce(r.rating, $least) >= $least
      """;

  private static final String SCORES =
      LIKED_BY_NEIGHBOURS
          + "RETURN user.benchTask AS user, elementId(item) AS item, sum(similarity) AS score";

  private static final String FIRST_TEN =
      LIKED_BY_NEIGHBOURS
          + """
            AND NOT EXISTS { (user)-[:RATED]->(item) }
            RETURN item, sum(similarity) AS score ORDER BY score DESC LIMIT 10
            """;

  private final GraphDataScience gds;
  private final FolderGraph graph;
  private final Map<String, Object> parameters;

  /**
   * @param neighbours the most of a user
   * @param similarity as GDS calls it: JACCARD, OVERLAP or COSINE
   */
  NodeSimilarity(GraphDataScience gds, FolderGraph graph, int neighbours, String similarity) {
    this.gds = gds;
    this.graph = graph;
    this.parameters = Map.of("neighbours", neighbours, "similarity", similarity);
  }

  /** Its answers for all users of a scenario, none of whom is another's neighbour. */
  Scorer answers(Scenario scenario) {
    Map<String, String> items = graph.keysOfItems();
    Map<String, Map<String, Double>> scores = new HashMap<>();
    create(scenario.tasks());
    gds.projectLikes();
    gds.forEach(
        SCORES,
        parameters,
        row ->
            scores
                .computeIfAbsent((String) row.get("user"), user -> new HashMap<>())
                .put(items.get((String) row.get("item")), (Double) row.get("score")));
    gds.forEach("MATCH (user:Fresh) DETACH DELETE user", Map.of(), row -> {});
    return task -> scored(task, scores.getOrDefault(task.user(), Map.of()));
  }

  private void create(List<Task> tasks) {
    try (Transaction tx = graph.database().beginTx()) {
      for (Task task : tasks) {
        Node user = graph.createUser(tx, task.user());
        user.removeLabel(USER);
        user.addLabel(FRESH);
        user.setProperty(TASK, task.user());
        task.support().forEach(one -> graph.interact(tx, user, one));
      }
      tx.commit();
    }
  }

  private static List<Scorer.Scored> scored(Task task, Map<String, Double> scores) {
    return task.items().stream()
        .map(item -> new Scorer.Scored(item, scores.getOrDefault(item, 0.0), Double.NaN))
        .toList();
  }

  /** Projects the graph as it is now and ranks for those who are {@link #FRESH}; how many items. */
  int firstTen() {
    gds.projectLikes();
    return gds.count(FIRST_TEN, parameters);
  }
}
