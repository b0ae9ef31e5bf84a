package org.metarec.bench.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.Heap;
import org.metarec.bench.experiment.ScratchFolder;
import org.metarec.bench.experiment.Settings;

/**
 * {@code metarec.recommend} over Bolt beside what a user of Neo4j would write without it, in the
 * same run, each with the same warm-up: p50, p95, p99, and requests a second of eight clients.
 */
public final class ServeTimes implements Experiment {
  private static final int CLIENTS = 8;

  /**
   * @param arguments folder of the store, which is filled if it is not there and used again if it
   *     is; without one, a store that is deleted in the end
   * @param settings items, users, clicks; hubClicks: of the item that everyone clicked, ten times
   *     those of the heavy user; seconds: of each route's warm-up and of its measurement; routes: a
   *     word that the names must have; plot: an SVG to write; all others are a config of {@code
   *     metarec.train}
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
    FilmHubs hubs = new FilmHubs(films.films(), own.whole("hubClicks", 1_000_000));
    int seconds = own.whole("seconds", 20);
    String wanted = own.given("routes").map(ServeTimes::name).orElse("");
    List<ServeRoute> routes = ServeRoute.named(wanted);
    Optional<Object> plot = own.given("plot");
    try (ScratchFolder scratch = new ScratchFolder()) {
      Path home = arguments.isEmpty() ? scratch.path() : Path.of(arguments.get(0));
      ServeStore store = new ServeStore(home, films, hubs);
      store.prepare(own.others(), wanted.isEmpty());
      store.serve(
          client -> {
            printLoading(client, films.films());
            measure(client, routes, seconds, plot);
            printThroughput(client, seconds);
          });
      if (routes.contains(ServeRoute.PERSON_HUB)) {
        measurePersonHub(store, seconds);
      }
    }
  }

  /** As typed: a name with a comma came as a list. */
  private static String name(Object routes) {
    return routes instanceof List<?> parts
        ? parts.stream().map(Object::toString).collect(Collectors.joining(","))
        : routes.toString();
  }

  private static void measure(
      ServeClient client, List<ServeRoute> routes, int seconds, Optional<Object> plot)
      throws IOException {
    System.out.println(
        "| route over Bolt | requests | p50 | p95 | p99 |%n| --- | --- | --- | --- | --- |"
            .formatted());
    ServeChart chart = new ServeChart();
    for (ServeRoute route : routes) {
      if (!route.equals(ServeRoute.PERSON_HUB)) {
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

  /** In a start of its own: for all other routes there never was such a person. */
  private static void measurePersonHub(ServeStore store, int seconds) throws Exception {
    ServeRoute route = ServeRoute.PERSON_HUB;
    store.change(store.hubs()::addPerson);
    store.serve(client -> print(route, client.measure(route, seconds)));
    store.change(store.hubs()::deletePerson);
  }

  private static void printThroughput(ServeClient client, int seconds) throws Exception {
    double rate = client.throughput(ServeRoute.METAREC, CLIENTS, seconds);
    System.out.printf(Locale.ROOT, "%d clients: %.0f requests/s%n", CLIENTS, rate);
  }

  private static void printLoading(ServeClient client, int items) throws InterruptedException {
    client.request(ServeRoute.LOOKUP); // Cypher itself starts up
    long before = Heap.used();
    long millis = client.request(ServeRoute.METAREC) / 1_000_000;
    System.out.printf(
        Locale.ROOT,
        "first call after the start: %d ms; %.0f bytes of heap an item%n",
        millis,
        (double) (Heap.used() - before) / items);
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
