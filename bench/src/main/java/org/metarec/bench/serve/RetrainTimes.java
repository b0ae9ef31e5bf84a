package org.metarec.bench.serve;

import com.google.common.primitives.Longs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.Settings;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * What requests cost while their model is trained again: one thread asks without a pause, another
 * trains.
 */
public final class RetrainTimes implements Experiment {
  private static final String VERSION =
      "MATCH (model:_MetarecModel {name: 'metarec'}) RETURN model.version AS version";

  private final List<Long> nanos = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(3);

  /**
   * @param arguments folder of a store that {@code serve} filled
   * @param settings users: of that store; seconds: of warm-up, and from the new version on;
   *     similar: whether items like a clicked one are asked for, not recommendations; all others
   *     are a config of {@code metarec.train}
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    Path home = Path.of(Arguments.only(arguments, "FOLDER"));
    int users = settings.whole("users", 50_000);
    int seconds = settings.whole("seconds", 20);
    ServeRoute route = settings.flag("similar") ? ServeRoute.SIMILAR : ServeRoute.METAREC;
    Map<String, Object> config = settings.others();
    try (EmbeddedGraph graph = new EmbeddedGraph(home)) {
      GraphDatabaseService database = graph.database();
      ask(database, route, users, seconds);
      nanos.clear(); // warm
      ask(database, route, users, seconds);
      print("before");
      String before = version(database);
      CompletableFuture<?> training =
          CompletableFuture.runAsync(() -> graph.call("CALL metarec.train($config)", config));
      do {
        request(database, route, users);
      } while (version(database).equals(before) && !training.isDone());
      long last = nanos.remove(nanos.size() - 1); // it may have waited for the new version
      if (!nanos.isEmpty()) {
        print("while it is trained");
      }
      nanos.add(last);
      ask(database, route, users, seconds);
      training.join();
      print("from the new version on");
    }
  }

  private static String version(GraphDatabaseService database) {
    return database.executeTransactionally(
        VERSION, Map.of(), rows -> (String) rows.next().get("version"));
  }

  private void ask(GraphDatabaseService database, ServeRoute route, int users, int seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      request(database, route, users);
    }
  }

  private void request(GraphDatabaseService database, ServeRoute route, int users) {
    long began = System.nanoTime();
    database.executeTransactionally(
        route.query(), Map.of("user", "u" + random.nextInt(users)), rows -> rows.stream().count());
    nanos.add(System.nanoTime() - began);
  }

  /** Prints and clears the times. */
  private void print(String when) {
    RequestTimes times = new RequestTimes(Longs.toArray(nanos));
    System.out.printf(Locale.ROOT, "%s: %s, slowest %.0f ms%n", when, times, times.millis(1));
    nanos.clear();
  }
}
