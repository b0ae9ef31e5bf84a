package org.metarec.meta.popularity;

import org.metarec.triple.Ascending;
import org.metarec.triple.InteractionTimes;
import org.metarec.triple.Interactions;
import org.metarec.triple.ItemArrivals;

/**
 * How many likes items would have if they had been there as long as the interactions go: one that
 * came yesterday has few, whatever it is worth.
 *
 * <p>With τ the share of all interactions that came since an item's first, its exposure, its L
 * likes are Poisson with mean r τ, and r, the likes of the whole time, has a Gamma prior of shape 1
 * and of mean m, that of all items (Gelman et al., <i>Bayesian Data Analysis</i>, section 2.6). The
 * first like does not count, since with it counting begins. So the posterior mean of r is {@code (1
 * + L − 1) / (1/m + τ)}, and {@code (1 − τ) r}, what was missed, comes on top of L: nothing where τ
 * is 1, as where no interaction has a time.
 */
final class Exposure {
  /** Of the Gamma prior; ½ and 2 ranked new items of a generated shop alike. */
  private static final double SHAPE = 1;

  private final double[] shares;

  private Exposure(double[] shares) {
    this.shares = shares;
  }

  /** Of the items that have interactions. */
  static Exposure of(Interactions interactions, InteractionTimes times) {
    ItemArrivals arrivals = ItemArrivals.of(interactions, times);
    double[] moments = times.ascending();
    double[] shares = new double[interactions.itemCount()];
    for (int item = 0; item < shares.length; item++) {
      int before = Ascending.below(arrivals.of(item), moments);
      shares[item] = 1 - before / (double) Math.max(1, moments.length);
    }
    return new Exposure(shares);
  }

  /**
   * The likes of the whole time.
   *
   * @param likes {@code float[items]}: those until now, NaN for an item without interactions
   * @return {@code float[items]}, at least as many
   */
  float[] wholeTime(float[] likes) {
    double counted = 0;
    double exposed = 0;
    for (int item = 0; item < likes.length; item++) {
      if (!Float.isNaN(likes[item])) {
        counted += afterFirst(likes[item]);
        exposed += shares[item];
      }
    }
    double mean = counted / exposed;
    float[] whole = likes.clone();
    for (int item = 0; item < likes.length; item++) {
      double rate = (SHAPE + afterFirst(likes[item])) / (SHAPE / mean + shares[item]);
      whole[item] += (float) ((1 - shares[item]) * rate);
    }
    return whole;
  }

  private static double afterFirst(float likes) {
    return Math.max(0, likes - 1);
  }
}
