package org.metarec.meta.popularity;

import org.metarec.triple.time.ItemArrivals;

/**
 * How many likes items would have if they had been there as long as the interactions go: one that
 * came yesterday has few, whatever it is worth.
 *
 * <p>With τ its exposure, the share of all interactions that came since its first, and L its likes,
 * both as they count ({@link LikeRates}), the rate r at which an item is liked is expected to be
 * {@code (a + L) / (a/m + τ)}; its first interaction, taken for a like, does not count, since with
 * it counting begins. What was missed, r for the rest of the whole time, comes on top of the likes:
 * nothing where no interaction has a time.
 */
final class Exposure {
  private final ItemArrivals arrivals;
  private final LikeRates rates;

  Exposure(ItemArrivals arrivals, LikeRates rates) {
    this.arrivals = arrivals;
    this.rates = rates;
  }

  /**
   * The likes of the whole time.
   *
   * @param likes {@code float[items]}: those until now, NaN for an item without interactions
   * @return {@code float[items]}, at least as many
   */
  float[] wholeTime(float[] likes) {
    double mean = mean(likes);
    float[] whole = likes.clone();
    for (int item = 0; item < likes.length; item++) {
      double exposure = exposure(item);
      double rate = rates.rate(sinceFirst(item, likes), exposure, mean);
      whole[item] += (float) ((rates.exposure(1) - exposure) * rate);
    }
    return whole;
  }

  private double exposure(int item) {
    return rates.exposure(arrivals.exposure(item));
  }

  /** Without the first, which came when the item did. */
  private double sinceFirst(int item, float[] likes) {
    return Math.max(0, likes[item] - rates.weight(arrivals.exposure(item)));
  }

  /** m, as the method of moments has it; NaN without known items. */
  private double mean(float[] likes) {
    double counted = 0;
    double exposed = 0;
    for (int item = 0; item < likes.length; item++) {
      if (!Float.isNaN(likes[item])) {
        counted += sinceFirst(item, likes);
        exposed += exposure(item);
      }
    }
    return counted / exposed;
  }
}
