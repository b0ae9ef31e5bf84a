package org.metarec.bench;

import com.google.common.util.concurrent.Uninterruptibles;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * How long a training's stages take, in wall time and in processor time of the thread that made the
 * call: the latter is not lengthened by other load. Asks {@code metarec.progress} ten times a
 * second.
 */
final class StageTimes implements AutoCloseable {
  private static final long PAUSE_MILLIS = 100;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final GraphDatabaseService database;
  private final long caller = Thread.currentThread().getId();
  private final Map<String, long[]> nanos = new LinkedHashMap<>();
  private final Thread asking = new Thread(this::ask, "stage times");

  /** Watches calls of the current thread. */
  StageTimes(GraphDatabaseService database) {
    this.database = database;
    asking.setDaemon(true);
    asking.start();
  }

  private void ask() {
    long wall = System.nanoTime();
    long processor = THREADS.getThreadCpuTime(caller);
    try {
      while (true) {
        Thread.sleep(PAUSE_MILLIS);
        String stage = stage().orElse("before and after");
        long wallNow = System.nanoTime();
        long processorNow = THREADS.getThreadCpuTime(caller);
        long[] sums = nanos.computeIfAbsent(stage, absent -> new long[2]);
        sums[0] += wallNow - wall;
        sums[1] += processorNow - processor;
        wall = wallNow;
        processor = processorNow;
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** In words, without what changes within a stage. */
  private Optional<String> stage() {
    return database.executeTransactionally(
        "CALL metarec.progress() YIELD task",
        Map.of(),
        result ->
            result.hasNext()
                ? Optional.of(result.next().get("task").toString().replaceAll("[\\d.,]+.*", ""))
                : Optional.empty());
  }

  @Override
  public void close() {
    asking.interrupt();
    Uninterruptibles.joinUninterruptibly(asking);
    nanos.forEach(
        (stage, sums) ->
            System.out.printf(
                "%s: %d ms, of the thread %d ms%n",
                stage, sums[0] / 1_000_000, sums[1] / 1_000_000));
  }
}
