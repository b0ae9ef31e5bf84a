package org.metarec.bench.coldstart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metarec.bench.eval.HitRate;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.ScratchFolder;
import org.metarec.bench.experiment.Settings;
import org.metarec.load.DemoGraph;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * The demo graph with the last click of each user held back: is it among the ten films recommended
 * of all that the user has not seen? Against the ten most clicked that the user has not seen.
 */
public final class DemoHoldout implements Experiment {
  private static final int TOP = 10;

  private static final String HOLD_BACK =
      """
      MATCH (u:User)-[c:CLICKED]->(m:Movie)
      WITH u, c, m ORDER BY c.at DESC, m.id
      WITH u, collect({click: c, film: m.id}) AS clicks WHERE size(clicks) >= 2
      WITH u, clicks[0].film AS film, clicks[0].click AS click, size(clicks) - 1 AS left
      DELETE click
      RETURN u.id AS user, film, left
      """;

  private static final String RECOMMENDED =
      "CALL metarec.recommend($user, {topK: $top, pathsPerItem: 0}) YIELD item RETURN item.id AS film";

  private static final String POPULAR =
      """
      MATCH (m:Movie) WHERE NOT EXISTS { (:User {id: $user})-[:CLICKED]->(m) }
      RETURN m.id AS film ORDER BY COUNT { (m)<-[:CLICKED]-() } DESC, film LIMIT $top
      """;

  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    Arguments.refuseAll(arguments);
    try (ScratchFolder home = new ScratchFolder();
        EmbeddedGraph neo4j = new EmbeddedGraph(home.path())) {
      GraphDatabaseService graph = neo4j.database();
      DemoGraph.load(home.path().resolve("import"), graph::executeTransactionally);
      List<Map<String, Object>> heldBack = rows(graph, HOLD_BACK, Map.of());
      System.err.printf("held back the last click of %d users%n", heldBack.size());
      System.err.println(neo4j.call("CALL metarec.train($config)", settings.others()));
      print("metarec", hits(graph, heldBack, RECOMMENDED));
      print("popularity", hits(graph, heldBack, POPULAR));
    }
  }

  private static List<Map<String, Object>> rows(
      GraphDatabaseService graph, String query, Map<String, Object> parameters) {
    List<Map<String, Object>> rows = new ArrayList<>();
    graph.executeTransactionally(
        query,
        parameters,
        result -> {
          result.forEachRemaining(row -> rows.add(new HashMap<>(row)));
          return null;
        });
    return rows;
  }

  private static List<Boolean> hits(
      GraphDatabaseService graph, List<Map<String, Object>> heldBack, String query) {
    List<Boolean> hits = new ArrayList<>();
    for (Map<String, Object> one : heldBack) {
      Map<String, Object> parameters = Map.of("user", one.get("user"), "top", TOP);
      hits.add(
          rows(graph, query, parameters).stream()
              .anyMatch(row -> row.get("film").equals(one.get("film"))));
    }
    return hits;
  }

  private static void print(String name, List<Boolean> hits) {
    System.out.printf("%s %s (%d users)%n", name, HitRate.of(TOP, hits), hits.size());
  }
}
