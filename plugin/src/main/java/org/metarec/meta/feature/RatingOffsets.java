package org.metarec.meta.feature;

import org.metarec.triple.time.Interactions;

/** How much better or worse than others each item is rated. Immutable. */
public final class RatingOffsets {
  /** An item with so many ratings counts half as much as one with very many. */
  private static final double HALF_WEIGHT = 10;

  private final float[] offsets;

  private RatingOffsets(float[] offsets) {
    this.offsets = offsets;
  }

  /** Where ratings are not to count: as if nobody had rated anything. */
  public static RatingOffsets none(int items) {
    return new RatingOffsets(new float[items]);
  }

  /** {@code Σ_u (r_ui − μ) / (n_i + 10)}, μ the mean of all ratings; clicks do not count. */
  public static RatingOffsets of(Interactions interactions) {
    double[] sums = new double[interactions.itemCount()];
    int[] counts = new int[sums.length];
    double sum = 0;
    int count = 0;
    for (int user = 0; user < interactions.userCount(); user++) {
      for (int i = 0; i < interactions.size(user); i++) {
        float rating = interactions.rating(user, i);
        if (!Float.isNaN(rating)) {
          sums[interactions.item(user, i)] += rating;
          counts[interactions.item(user, i)]++;
          sum += rating;
          count++;
        }
      }
    }
    double mean = sum / Math.max(1, count);
    float[] offsets = new float[sums.length];
    for (int item = 0; item < offsets.length; item++) {
      offsets[item] = (float) ((sums[item] - counts[item] * mean) / (counts[item] + HALF_WEIGHT));
    }
    return new RatingOffsets(offsets);
  }

  /** On the scale of ratings, 1 … 5, so between −4 and 4; 0 where nobody rated the item. */
  public float of(int item) {
    return offsets[item];
  }

  /** Whether all items are rated alike, or none is. */
  public boolean areEqual() {
    for (float offset : offsets) {
      if (offset != 0) {
        return false;
      }
    }
    return true;
  }
}
