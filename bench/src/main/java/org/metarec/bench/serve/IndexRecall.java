package org.metarec.bench.serve;

import com.google.common.collect.Sets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.Settings;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;

/**
 * Neo4j's vector index beside {@code metarec.similar}, on the store that {@link ServeTimes} fills:
 * which share of the ten films that are most like one the index finds, and how long each takes over
 * Bolt.
 */
public final class IndexRecall implements Experiment {
  private static final int BEST = 10;
  private static final List<Integer> FETCHED = List.of(11, 50, 100, 500);

  private static final String EXACT =
      "CALL metarec.similar($film, {topK: $most}) YIELD item RETURN item.id AS id";

  private static final String INDEX =
      """
      MATCH (film:Movie {id: $film})
      CALL db.index.vector.queryNodes('films', $most, film.rotate_a) YIELD node, score
      WHERE node <> film
      RETURN node.id AS id ORDER BY score DESC LIMIT 10
      """;

  /**
   * @param arguments folder of the store
   * @param settings films: how many are asked for (500), after as many to warm up
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    Path home = Path.of(Arguments.only(arguments, "FOLDER"));
    int films = settings.whole("films", 500);
    settings.refuseOthers();
    try (EmbeddedGraph graph = new EmbeddedGraph(home, true);
        Driver driver = GraphDatabase.driver(graph.boltAddress());
        Session session = driver.session()) {
      int all = session.run("MATCH (film:Movie) RETURN count(film)").single().get(0).asInt();
      String[] asked =
          new SplittableRandom(1)
              .ints(2L * films, 0, all)
              .mapToObj(film -> "m" + film)
              .toArray(String[]::new);
      Answers exact = ask(session, EXACT, BEST, asked);
      System.out.printf("metarec.similar: %s%n", exact.times());
      for (int most : FETCHED) {
        Answers index = ask(session, INDEX, most, asked);
        System.out.printf(
            Locale.ROOT,
            "index, %d fetched: recall %.3f, %s%n",
            most,
            recall(exact, index),
            index.times());
      }
    }
  }

  /** What a route found for each film, warm-up included, and how long the second half took. */
  private record Answers(List<Set<String>> found, RequestTimes times) {}

  private static Answers ask(Session session, String query, int most, String[] asked) {
    List<Set<String>> found = new ArrayList<>();
    long[] nanos = new long[asked.length / 2];
    for (int i = 0; i < asked.length; i++) {
      long start = System.nanoTime();
      Set<String> ids =
          new HashSet<>(
              session
                  .run(query, Map.of("film", asked[i], "most", most))
                  .list(row -> row.get("id").asString()));
      if (i >= nanos.length) {
        nanos[i - nanos.length] = System.nanoTime() - start;
      }
      found.add(ids);
    }
    return new Answers(found, new RequestTimes(nanos));
  }

  private static double recall(Answers exact, Answers index) {
    double sum = 0;
    for (int i = 0; i < exact.found().size(); i++) {
      Set<String> wanted = exact.found().get(i);
      sum += (double) Sets.intersection(wanted, index.found().get(i)).size() / wanted.size();
    }
    return sum / exact.found().size();
  }
}
