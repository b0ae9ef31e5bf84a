package org.metarec.triple.time;

import java.util.Arrays;

/**
 * When each item had its first interaction: for all that is known, it was there from then on. One
 * without a time is before all that have one. Immutable.
 */
public final class ItemArrivals {
  private final InteractionClock clock;
  private final double[] moments;

  private ItemArrivals(InteractionClock clock, double[] moments) {
    this.clock = clock;
    this.moments = moments;
  }

  /**
   * Of all interactions, repeated ones of one user with one item included.
   *
   * @param items of each interaction
   * @param times of each, −∞ where it has none, NaN where it does not count
   */
  public static ItemArrivals of(int itemCount, int[] items, double[] times) {
    double[] moments = new double[itemCount];
    Arrays.fill(moments, Double.POSITIVE_INFINITY);
    for (int i = 0; i < times.length; i++) {
      if (!Double.isNaN(times[i])) {
        moments[items[i]] = Math.min(moments[items[i]], times[i]);
      }
    }
    // +∞ is left where no interaction counts: nothing says that the item came late
    for (int item = 0; item < itemCount; item++) {
      moments[item] = Double.isInfinite(moments[item]) ? Double.NEGATIVE_INFINITY : moments[item];
    }
    return new ItemArrivals(InteractionClock.of(times), moments);
  }

  int itemCount() {
    return moments.length;
  }

  /** Of the interactions that say when items came. */
  public InteractionClock clock() {
    return clock;
  }

  /** When an item came; −∞ where unknown. */
  public double moment(int item) {
    return moments[item];
  }

  /** The share of all interactions that came since, from above 0 to 1. */
  public double exposure(int item) {
    return 1 - clock.at(moments[item]);
  }
}
