package org.metarec.bench.serve;

import com.google.common.primitives.Longs;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.Settings;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * What requests cost while many new films are committed: one thread asks without a pause, another
 * writes. Times of a request are those that its thread used of the processor, and by the clock,
 * less what the garbage collector stopped all threads for, and with it.
 */
public final class BurstTimes implements Experiment {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long AFTERWARDS = TimeUnit.SECONDS.toNanos(3);

  private final List<Long> processor = new ArrayList<>();
  private final List<Long> clock = new ArrayList<>();
  private final List<Long> clockLessPauses = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(3);
  private ServeRoute route = ServeRoute.METAREC;

  /**
   * @param arguments folder of a store that {@code serve} filled, then numbers of films in a
   *     transaction
   * @param settings items, users: of that store; films: to write; seconds: of warm-up; rounds;
   *     route: a word of its name, of another one than metarec's to see what anybody waits for
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    Arguments.require(arguments.size() > 1, arguments, "FOLDER FILMS ...");
    int items = settings.whole("items", 100_000);
    int users = settings.whole("users", 50_000);
    int films = settings.whole("films", 10_000);
    int seconds = settings.whole("seconds", 10);
    int rounds = settings.whole("rounds", 2);
    settings.given("route").ifPresent(name -> route = ServeRoutes.ordinary(name.toString()));
    settings.refuseOthers();
    try (EmbeddedGraph graph = new EmbeddedGraph(Path.of(arguments.get(0)))) {
      GraphDatabaseService database = graph.database();
      Burst burst = new Burst(database, items, films, 7);
      burst.delete(); // of a run that did not end
      ask(database, users, TimeUnit.SECONDS.toNanos(seconds));
      print("without a burst");
      for (int round = 0; round < rounds; round++) {
        for (String argument : arguments.subList(1, arguments.size())) {
          measure(database, burst, users, Integer.parseInt(argument));
        }
      }
    }
  }

  private void measure(GraphDatabaseService database, Burst burst, int users, int inTransaction)
      throws InterruptedException {
    long start = System.nanoTime();
    Thread writer = new Thread(() -> burst.write(inTransaction), "writer");
    writer.start();
    while (writer.isAlive()) {
      ask(database, users, 0);
    }
    long written = System.nanoTime() - start;
    ask(database, users, AFTERWARDS);
    print("%d a transaction, written in %d ms".formatted(inTransaction, written / 1_000_000));
    burst.delete();
    ask(database, users, 2 * AFTERWARDS);
    print("after their deletion");
  }

  /** At least one request. */
  private void ask(GraphDatabaseService database, int users, long nanos) {
    long end = System.nanoTime() + nanos;
    do {
      long began = System.nanoTime();
      long pauses = pauses();
      long used = THREADS.getCurrentThreadCpuTime();
      database.executeTransactionally(
          route.query(),
          Map.of("user", "u" + random.nextInt(users)),
          rows -> rows.stream().count());
      processor.add(THREADS.getCurrentThreadCpuTime() - used);
      clock.add(System.nanoTime() - began);
      clockLessPauses.add(Math.max(0, clock.get(clock.size() - 1) - (pauses() - pauses)));
    } while (System.nanoTime() < end);
  }

  /** How long the collector has stopped all threads, in nanoseconds, in steps of a millisecond. */
  private static long pauses() {
    return TimeUnit.MILLISECONDS.toNanos(
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .sum());
  }

  /** Prints and clears the times. */
  private void print(String what) {
    System.out.printf(Locale.ROOT, "| %s | %d |", what, clock.size());
    for (List<Long> times : List.of(processor, clockLessPauses, clock)) {
      RequestTimes of = new RequestTimes(Longs.toArray(times));
      System.out.printf(
          Locale.ROOT, " %.1f | %.1f | %.1f |", of.millis(0.5), of.millis(0.99), of.millis(1));
      times.clear();
    }
    System.out.println();
  }
}
