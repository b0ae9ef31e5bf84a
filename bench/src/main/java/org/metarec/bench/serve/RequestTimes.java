package org.metarec.bench.serve;

import java.util.Arrays;
import java.util.Locale;

/** How long requests took, in the order of their lengths; at least one. */
public final class RequestTimes {
  private final long[] nanos;

  public RequestTimes(long[] nanos) {
    this.nanos = nanos.clone();
    Arrays.sort(this.nanos);
  }

  int count() {
    return nanos.length;
  }

  /**
   * The time that a share of all requests did not exceed, in milliseconds.
   *
   * @param share 0 to 1; 0.5 is the median
   */
  public double millis(double share) {
    int position = (int) Math.ceil(share * nanos.length) - 1;
    return nanos[Math.max(0, position)] / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d requests, p50 %.2f, p95 %.2f, p99 %.2f ms",
        count(),
        millis(0.5),
        millis(0.95),
        millis(0.99));
  }
}
