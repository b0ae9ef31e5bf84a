package org.metarec.meta.popularity;

import org.metarec.triple.ItemArrivals;

/**
 * How many likes items would have if they had been there as long as the interactions go: one that
 * came yesterday has few, whatever it is worth.
 *
 * <p>With τ its exposure, the share of all interactions that came since its first, an item's L
 * likes are Poisson with mean r τ, and r, the likes of the whole time, has a Gamma prior of shape 1
 * and of mean m, that of all items (Gelman et al., <i>Bayesian Data Analysis</i>, section 2.6). The
 * first interaction, taken for a like, does not count, since with it counting begins. So the
 * posterior mean of r is {@code max(1, L) / (1/m + τ)}, and {@code (1 − τ) r}, what was missed,
 * comes on top of L: nothing where τ is 1, as where no interaction has a time.
 */
final class Exposure {
  private Exposure() {}

  /**
   * The likes of the whole time.
   *
   * @param likes {@code float[items]}: those until now, NaN for an item without interactions
   * @return {@code float[items]}, at least as many
   */
  static float[] wholeTime(float[] likes, ItemArrivals arrivals) {
    double mean = mean(likes, arrivals);
    float[] whole = likes.clone();
    for (int item = 0; item < likes.length; item++) {
      double exposure = arrivals.exposure(item);
      double rate = Math.max(1, likes[item]) / (1 / mean + exposure);
      whole[item] += (float) ((1 - exposure) * rate);
    }
    return whole;
  }

  /** m, as the method of moments has it; NaN without known items. */
  private static double mean(float[] likes, ItemArrivals arrivals) {
    double counted = 0;
    double exposed = 0;
    for (int item = 0; item < likes.length; item++) {
      if (!Float.isNaN(likes[item])) {
        counted += Math.max(0, likes[item] - 1);
        exposed += arrivals.exposure(item);
      }
    }
    return counted / exposed;
  }
}
