package org.metarec.graph.waiting;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for work that others wait for too: whoever is ended leaves, and the work goes on. */
public final class EndableWait {
  /** So long after the end of its call a thread leaves, at most. */
  static final long INTERVAL_MILLIS = 100;

  private EndableWait() {}

  /**
   * What the work comes to, done by a thread that ends with it.
   *
   * @param checkRunning asked while it goes on; what it throws is thrown to the caller
   */
  public static <T> T until(Supplier<T> work, Runnable checkRunning) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(task, "metarec-reading");
    thread.setDaemon(true);
    thread.start();
    while (true) {
      try {
        return Uninterruptibles.getUninterruptibly(task, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException goesOn) {
        checkRunning.run();
      } catch (ExecutionException failed) {
        throw causeOf(failed);
      }
    }
  }

  /** Throws what work failed with if it is unchecked, else gives it wrapped, to be thrown. */
  public static RuntimeException causeOf(ExecutionException failed) {
    Throwable cause = failed.getCause();
    Throwables.throwIfUnchecked(cause);
    return new IllegalStateException(cause);
  }
}
