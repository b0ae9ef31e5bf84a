package org.metarec.meta;

import org.metarec.model.RatingScale;
import org.metarec.triple.Interactions;

/**
 * The mean rating μ, and by how much each item's ratings differ from it, shrunk towards 0 where
 * there are few: {@code o_i = Σ_u (r_ui − μ) / (n_i + 5)}. On the scale 1 … 5.
 */
final class RatingOffsets {
  private static final double SHRINKAGE = 5;

  private RatingOffsets() {}

  /** μ, the mean of all ratings; the middle of the scale where there are none. */
  static double mean(Interactions interactions) {
    double sum = 0;
    int count = 0;
    for (int user = 0; user < interactions.userCount(); user++) {
      for (int i = 0; i < interactions.size(user); i++) {
        float rating = interactions.rating(user, i);
        if (!Float.isNaN(rating)) {
          sum += rating;
          count++;
        }
      }
    }
    return count == 0 ? RatingScale.NONE.mean() : sum / count;
  }

  /** o_i of each item: {@code float[items]}. */
  static float[] ofItems(Interactions interactions, double mean) {
    double[] sums = new double[interactions.itemCount()];
    int[] counts = new int[interactions.itemCount()];
    for (int user = 0; user < interactions.userCount(); user++) {
      for (int i = 0; i < interactions.size(user); i++) {
        float rating = interactions.rating(user, i);
        if (!Float.isNaN(rating)) {
          sums[interactions.item(user, i)] += rating - mean;
          counts[interactions.item(user, i)]++;
        }
      }
    }
    float[] offsets = new float[sums.length];
    for (int item = 0; item < offsets.length; item++) {
      offsets[item] = (float) (sums[item] / (counts[item] + SHRINKAGE));
    }
    return offsets;
  }
}
