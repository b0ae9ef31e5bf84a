package org.metarec.bench.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.ScratchFolder;
import org.metarec.bench.experiment.Settings;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.graphdb.Transaction;

/**
 * {@code metarec.recommend} over Bolt beside what a user of Neo4j would write without it, in the
 * same run, each with the same warm-up: p50, p95, p99, and requests a second of eight clients.
 */
public final class ServeTimes implements Experiment {
  private static final int CLIENTS = 8;
  private static final String VECTOR_INDEX =
      """
      CREATE VECTOR INDEX films IF NOT EXISTS FOR (film:Movie) ON film.rotate_a
      OPTIONS {indexConfig: {`vector.dimensions`: %d, `vector.similarity_function`: 'cosine'}}
      """;

  /**
   * @param arguments folder of the store, which is filled if it is not there and used again if it
   *     is; without one, a store that is deleted in the end
   * @param settings items, users, clicks; seconds: of each route's warm-up and of its measurement;
   *     routes: a word that the names must have; plot: an SVG to write; all others are a config of
   *     {@code metarec.train}
   */
  @Override
  public void run(List<String> arguments, Map<String, Object> settings) throws Exception {
    Arguments.require(arguments.size() <= 1, arguments, "[FOLDER]");
    Settings own = new Settings(settings);
    FilmGraph films =
        new FilmGraph(
            own.whole("items", 100_000),
            own.whole("users", 50_000),
            own.whole("clicks", 2_000_000));
    int seconds = own.whole("seconds", 20);
    String wanted = own.given("routes").map(Object::toString).orElse("");
    Optional<Object> plot = own.given("plot");
    Map<String, Object> training =
        new HashMap<>(Map.of("epochs", 1L, "metaEpochs", 1L, "negativeSamples", 2L));
    training.putAll(own.others());
    try (ScratchFolder scratch = new ScratchFolder()) {
      Path home = arguments.isEmpty() ? scratch.path() : Path.of(arguments.get(0));
      prepare(home, films, training, wanted);
      try (EmbeddedGraph graph = new EmbeddedGraph(home, true);
          Driver driver = GraphDatabase.driver(graph.boltAddress())) {
        ServeClient client = new ServeClient(driver, films.users());
        printLoading(client, films.films());
        measure(client, wanted, seconds, plot);
        double rate = client.throughput(ServeRoute.METAREC, CLIENTS, seconds);
        System.out.printf(Locale.ROOT, "%d clients: %.0f requests/s%n", CLIENTS, rate);
      }
    }
  }

  private static void prepare(
      Path home, FilmGraph films, Map<String, Object> training, String wanted) throws Exception {
    boolean isNew = !Files.exists(home.resolve("data"));
    if (isNew) {
      try (EmbeddedGraph graph = new EmbeddedGraph(home)) {
        films.fill(graph.database(), 1);
        System.err.println("graph written");
        Map<String, Object> row = graph.call("CALL metarec.train($config)", training);
        System.err.printf("trained: %s%n", row);
        films.addHeavyUser(graph.database());
        if (wanted.isEmpty()) {
          addVectorIndex(graph, training);
        }
      }
    }
    try (EmbeddedGraph graph = new EmbeddedGraph(home)) {
      films.addHub(graph.database());
    }
  }

  private static void addVectorIndex(EmbeddedGraph graph, Map<String, Object> training) {
    int floats = 2 * ((Number) training.getOrDefault("embeddingDimension", 64L)).intValue();
    graph.database().executeTransactionally(VECTOR_INDEX.formatted(floats));
    try (Transaction tx = graph.database().beginTx()) {
      tx.schema().awaitIndexesOnline(30, TimeUnit.MINUTES);
    }
  }

  private static void measure(ServeClient client, String wanted, int seconds, Optional<Object> plot)
      throws IOException {
    System.out.println(
        "| route over Bolt | requests | p50 | p95 | p99 |%n| --- | --- | --- | --- | --- |"
            .formatted());
    ServeChart chart = new ServeChart();
    for (ServeRoute route : ServeRoute.ALL) {
      if (route.name().contains(wanted)) {
        RequestTimes times = client.measure(route, seconds);
        print(route, times);
        if (route.equals(ServeRoute.METAREC) || !route.name().contains("metarec")) {
          chart.add(route.name(), times); // metarec once, beside the other ways
        }
      }
    }
    if (plot.isPresent()) {
      chart.write(Path.of(plot.get().toString()));
    }
  }

  private static void printLoading(ServeClient client, int items) throws InterruptedException {
    client.request(ServeRoute.ALL.get(0)); // Cypher itself starts up
    long before = usedHeap();
    long millis = client.request(ServeRoute.METAREC) / 1_000_000;
    System.out.printf(
        Locale.ROOT,
        "first call after the start: %d ms; %.0f bytes of heap an item%n",
        millis,
        (double) (usedHeap() - before) / items);
  }

  private static long usedHeap() throws InterruptedException {
    for (int i = 0; i < 3; i++) { // soft and weak references need several
      System.gc();
      Thread.sleep(200);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void print(ServeRoute route, RequestTimes times) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.2f | %.2f | %.2f |%n",
        route.name(),
        times.count(),
        times.millis(0.5),
        times.millis(0.95),
        times.millis(0.99));
  }
}
