package org.metarec.meta.popularity;

import org.metarec.model.FloatArrays;
import org.metarec.triple.Progress;
import org.metarec.triple.time.Interactions;

/**
 * How often items are liked. What an item is liked in a time τ is Poisson with mean r τ, time by a
 * clock that runs as users click ({@link org.metarec.triple.time.InteractionClock}), and r, its
 * rate, has a Gamma prior (Gelman et al., <i>Bayesian Data Analysis</i>, section 2.6). Books are
 * bought for years, news are read for a day: where what was liked long ago is liked no more, a like
 * of an age counts {@code exp(−age / h)}, and so does the time that passed then.
 *
 * @param memory h, of the whole time; infinite where likes last
 * @param shape a, of the prior: the smaller it is, the less alike are the rates of items
 */
public record LikeRates(double memory, double shape) {
  /** Likes last, and nothing is known of how alike rates are. */
  public static final LikeRates LASTING = new LikeRates(Double.POSITIVE_INFINITY, 1);

  /** Those that foretell the interactions best; without times likes last. */
  public static LikeRates of(Interactions interactions, Progress progress) {
    return interactions.isInTime()
        ? new LikeRatesChoice(new LikeHistory(interactions, progress)).best(progress)
        : LASTING;
  }

  /** Whether what was liked long ago is liked no more. */
  public boolean likesFade() {
    return memory < Double.POSITIVE_INFINITY;
  }

  /** What a like of an age counts, from 0 to 1. */
  public double weight(double age) {
    return Math.exp(-age / memory);
  }

  /** {@code ∫₀^age weight(t) dt}: the time since then, faded. */
  double exposure(double age) {
    return likesFade() ? -memory * Math.expm1(-age / memory) : age;
  }

  /**
   * The posterior mean of r.
   *
   * @param likes what they count
   * @param exposure what the time counts in which they were
   * @param mean of the prior
   */
  public double rate(double likes, double exposure, double mean) {
    return (shape + likes) / (shape / mean + exposure);
  }

  /**
   * What the likes of each item count; one without a time counts the average weight over the whole
   * time.
   *
   * @return {@code float[items]}
   */
  float[] likes(Interactions interactions) {
    double[] likes = new double[interactions.itemCount()];
    for (int user = 0; user < interactions.userCount(); user++) {
      for (int position = 0; position < interactions.size(user); position++) {
        if (Interactions.liked(interactions.rating(user, position))) {
          likes[interactions.item(user, position)] += count(interactions, user, position);
        }
      }
    }
    return FloatArrays.rounded(likes);
  }

  private double count(Interactions interactions, int user, int position) {
    if (!likesFade()) {
      return 1;
    }
    return interactions.hasMoment(user, position)
        ? weight(interactions.age(user, position))
        : exposure(1);
  }

  /** From when on a like is not older than h; −∞ where likes last. */
  public double since(Interactions interactions) {
    return interactions.arrivals().clock().momentOf(1 - memory);
  }

  /** As {@link #toArray} gave them. */
  public static LikeRates of(float[] values) {
    return new LikeRates(values[0], values[1]);
  }

  /** h, then a. */
  public float[] toArray() {
    return new float[] {(float) memory, (float) shape};
  }
}
