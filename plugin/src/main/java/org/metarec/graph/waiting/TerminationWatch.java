package org.metarec.graph.waiting;

import java.time.Duration;
import java.util.function.Supplier;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Transaction;

/**
 * Ends a transaction when the call that it works for has been ended: it may be waiting for a lock
 * then, where nobody asks whether to go on.
 */
public final class TerminationWatch {
  private static final Duration INTERVAL = Duration.ofMillis(200);

  private final Transaction watched;
  private final Progress caller;
  private boolean isDone;

  private TerminationWatch(Transaction watched, Progress caller) {
    this.watched = watched;
    this.caller = caller;
  }

  /** Does work in a transaction, watched by a thread that ends with it. */
  public static <T> T during(Supplier<T> work, Transaction tx, Progress caller) {
    TerminationWatch watch = new TerminationWatch(tx, caller);
    Thread thread = new Thread(watch::watch, "metarec-termination");
    thread.setDaemon(true);
    thread.start();
    try {
      return work.get();
    } finally {
      watch.end();
    }
  }

  private synchronized void watch() {
    try {
      while (!isDone) {
        wait(INTERVAL.toMillis());
        if (!isDone && isEnded()) {
          watched.terminate();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isEnded() {
    try {
      caller.checkRunning();
      return false;
    } catch (RuntimeException ended) {
      return true;
    }
  }

  private synchronized void end() {
    isDone = true;
    notifyAll();
  }
}
