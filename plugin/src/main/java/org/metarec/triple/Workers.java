package org.metarec.triple;

import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Threads that share numbered parts of a piece of work. Which thread takes which part is left to
 * chance, so a result must depend on the part alone. For one caller at a time.
 */
public final class Workers implements AutoCloseable {
  private final ForkJoinPool pool;

  /**
   * @param concurrency threads that work at once, at least 1
   */
  public Workers(int concurrency) {
    this.pool = new ForkJoinPool(concurrency);
  }

  /**
   * Does all parts and returns when the last is done.
   *
   * @param parts number of parts; each from 0 to {@code parts − 1} is done once
   * @param part must write only what no other part reads or writes; what it throws is thrown here
   */
  public void run(int parts, IntConsumer part) {
    if (pool.getParallelism() == 1) {
      IntStream.range(0, parts).forEach(part);
    } else {
      pool.submit(() -> IntStream.range(0, parts).parallel().forEach(part)).join();
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
