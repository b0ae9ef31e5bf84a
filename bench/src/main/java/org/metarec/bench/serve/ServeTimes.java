package org.metarec.bench.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.ScratchFolder;
import org.metarec.bench.experiment.Settings;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * {@code metarec.recommend} over Bolt beside what a user of Neo4j would write without it, in the
 * same run, each with the same warm-up: p50, p95, p99, and requests a second of eight clients.
 */
public final class ServeTimes implements Experiment {
  /**
   * @param arguments folder of the store, which is filled if it is not there and used again if it
   *     is; without one, a store that is deleted in the end
   * @param settings items, users, clicks; activity, as {@link FilmGraph} has it; hubClicks: of the
   *     item that everyone clicked, ten times those of the heavy user; seconds: of each route's
   *     warm-up, its measurement and that of eight clients; routes: a word that the names must
   *     have; plot: an SVG to write; all others are a config of {@code metarec.train}
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    Arguments.require(arguments.size() <= 1, arguments, "[FOLDER]");
    FilmGraph films =
        new FilmGraph(
            settings.whole("items", 100_000),
            settings.whole("users", 50_000),
            settings.whole("clicks", 2_000_000),
            settings.number("activity", 0));
    FilmHubs hubs = new FilmHubs(films.films(), settings.whole("hubClicks", 1_000_000));
    ServeTable table = new ServeTable(settings.whole("seconds", 20));
    Optional<String> word = settings.given("routes").map(ServeTimes::name);
    ServeRoutes routes = ServeRoutes.named(word.orElse(""));
    Optional<Object> plot = settings.given("plot");
    try (ScratchFolder scratch = new ScratchFolder()) {
      Path home = arguments.isEmpty() ? scratch.path() : Path.of(arguments.get(0));
      ServeStore store = new ServeStore(home, films, hubs);
      store.prepare(settings.others(), word.isEmpty());
      printBeginning(store, films.films());
      store.serve(
          client -> {
            table.begin();
            table.measure(client, routes.ordinary());
          });
      if (plot.isPresent()) {
        table.chart().write(Path.of(plot.get().toString()));
      }
      if (!routes.ofHubs().isEmpty() || !routes.ofPerson().isEmpty()) {
        measureAfter(store, hubs::addUsers, routes.ofHubs(), table);
      }
      if (!routes.ofPerson().isEmpty()) {
        measureAfter(store, hubs::addPerson, routes.ofPerson(), table);
      }
      if (!routes.ofGenre().isEmpty()) {
        store.serve(client -> table.measure(client, routes.ofGenre()));
      }
      store.deleteHubs();
    }
  }

  /** As typed: a name with a comma came as a list. */
  private static String name(Object routes) {
    return routes instanceof List<?> parts
        ? parts.stream().map(Object::toString).collect(Collectors.joining(","))
        : routes.toString();
  }

  /** In a start of its own, so that no route before saw these hubs. */
  private static void measureAfter(
      ServeStore store,
      Consumer<GraphDatabaseService> writing,
      List<ServeRoute> routes,
      ServeTable table)
      throws Exception {
    store.write(writing);
    store.serve(client -> table.measure(client, routes));
  }

  /** What a process that has just begun does first, if it has not filled the store. */
  private static void printBeginning(ServeStore store, int items) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "first answer %d ms after Neo4j is up%n",
        TimeUnit.NANOSECONDS.toMillis(store.firstAnswer()));
    store.tidy();
    System.out.printf(Locale.ROOT, "%d bytes of heap an item%n", store.modelBytes() / items);
  }
}
