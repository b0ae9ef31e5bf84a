package org.metarec.bench.scale;

import java.util.concurrent.atomic.AtomicLong;
import org.metarec.bench.experiment.Heap;

/**
 * The most heap that was alive at once, over what was alive at the beginning. A thread asks for
 * full collections, half of the time, and what is left after each is counted; a peak between two of
 * them is missed.
 */
final class LiveHeap implements AutoCloseable {
  private static final long LEAST_PAUSE_MILLIS = 20;

  private final AtomicLong peak = new AtomicLong();
  private final long before;
  private final Thread asking;

  LiveHeap() throws InterruptedException {
    before = Heap.used();
    asking = new Thread(this::ask, "live heap");
    asking.setDaemon(true);
    asking.start();
  }

  private void ask() {
    try {
      while (true) {
        long begin = System.nanoTime();
        System.gc();
        peak.accumulateAndGet(Heap.leftByCollection(), Math::max);
        long millis = (System.nanoTime() - begin) / 1_000_000;
        Thread.sleep(Math.max(LEAST_PAUSE_MILLIS, millis));
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** The peak over the start, in bytes. */
  long peak() {
    return peak.get() - before;
  }

  @Override
  public void close() {
    asking.interrupt();
  }
}
