package org.metarec.bench.scale;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.metarec.train.config.RotatEConfig;
import org.metarec.triple.Progress;

/**
 * Measures what a triple costs in training on one thread, first ones left out, and ends the
 * training. The cost is the processor time of that thread, which other load lengthens only by
 * taking caches and memory; compiler and collector are not in it.
 */
final class EpochWatch implements Progress {

  /** Ends a training that has been measured. */
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("measured", null, false, false);
    }
  }

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final double allTriples;
  private final long warmUp;
  private final long measured;
  private double first = -1;
  private long firstNanos;
  private double last;
  private long lastNanos;

  /**
   * @param triples of an epoch
   * @param warmUp triples before the first that is measured
   * @param measured triples to measure
   */
  EpochWatch(int triples, RotatEConfig config, long warmUp, long measured) {
    this.allTriples = (double) triples * config.epochs();
    this.warmUp = warmUp;
    this.measured = measured;
  }

  @Override
  public void report(String stage, double fraction) {
    last = fraction * allTriples;
    lastNanos = THREADS.getCurrentThreadCpuTime();
    if (first < 0 && last >= warmUp) {
      first = last;
      firstNanos = lastNanos;
    }
    if (first >= 0 && last >= first + measured) {
      throw new Enough();
    }
  }

  @Override
  public void checkRunning() {}

  double triples() {
    return last - first;
  }

  double nanosPerTriple() {
    return (lastNanos - firstNanos) / triples();
  }
}
