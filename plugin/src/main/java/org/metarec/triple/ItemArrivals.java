package org.metarec.triple;

import java.util.Arrays;

/**
 * When each item had its first interaction: for all that is known, it was there from then on. One
 * without a time is before all that have one. Immutable.
 */
public final class ItemArrivals {
  private final double[] moments;
  private final double[] exposures;

  private ItemArrivals(double[] moments, double[] exposures) {
    this.moments = moments;
    this.exposures = exposures;
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
    double[] ascending = new double[times.length];
    int counted = 0;
    for (int i = 0; i < times.length; i++) {
      if (!Double.isNaN(times[i])) {
        moments[items[i]] = Math.min(moments[items[i]], times[i]);
        ascending[counted++] = times[i];
      }
    }
    Arrays.sort(ascending, 0, counted);
    double[] exposures = new double[itemCount];
    // +∞ is left where no interaction counts: nobody says that the item came late
    for (int item = 0; item < itemCount; item++) {
      moments[item] = Double.isInfinite(moments[item]) ? Double.NEGATIVE_INFINITY : moments[item];
      int before = Ascending.below(moments[item], ascending, counted);
      exposures[item] = counted == 0 ? 1 : 1 - before / (double) counted;
    }
    return new ItemArrivals(moments, exposures);
  }

  /** When an item came; −∞ where nobody says. */
  public double moment(int item) {
    return moments[item];
  }

  /** The share of all interactions that came since, from above 0 to 1. */
  public double exposure(int item) {
    return exposures[item];
  }
}
