package org.metarec.bench.coldstart;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.metarec.bench.experiment.EmbeddedGraph;

/** Says on stderr every ten seconds how far the running calls are. */
final class ProgressPrinter {
  private static final String JOBS =
      "CALL metarec.progress() YIELD task, progress, elapsedMillis"
          + " RETURN task, progress, elapsedMillis";

  private final EmbeddedGraph neo4j;

  ProgressPrinter(EmbeddedGraph neo4j) {
    this.neo4j = neo4j;
  }

  /** Makes a long call. */
  <T> T during(Supplier<T> call) {
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    try {
      var unused = clock.scheduleAtFixedRate(this::print, 10, 10, TimeUnit.SECONDS);
      return call.get();
    } finally {
      clock.shutdown();
    }
  }

  private void print() {
    neo4j
        .database()
        .executeTransactionally(
            JOBS,
            Map.of(),
            jobs -> {
              jobs.forEachRemaining(
                  job ->
                      System.err.printf(
                          "%d s: %s, %.0f %%%n",
                          ((Number) job.get("elapsedMillis")).longValue() / 1000,
                          job.get("task"),
                          100 * ((Number) job.get("progress")).doubleValue()));
              return null;
            });
  }
}
