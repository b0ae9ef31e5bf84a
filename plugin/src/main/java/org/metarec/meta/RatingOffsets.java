package org.metarec.meta;

import org.metarec.model.ItemTable;
import org.metarec.model.RatingScale;
import org.metarec.triple.Interactions;

/**
 * Ratings predicted from how an item and a user differ from the mean, each shrunk towards 0 where
 * there is little to go by: {@code r̂_ui = μ + o_i + o_u}, {@code o_i = Σ_u (r_ui − μ) / (n_i +
 * 5)}, {@code o_u = Σ_i (r_ui − μ − o_i) / (n_u + 5)}. All on the scale 1 … 5.
 */
public final class RatingOffsets {
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

  /** o_u of one user, from his latest interactions; clicks say nothing here. */
  public static double ofUser(SupportSet support, ItemTable table, double mean) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < support.size(); i++) {
      if (!Float.isNaN(support.rating(i))) {
        sum += support.rating(i) - mean - table.ratingOffset(support.item(i));
        count++;
      }
    }
    return sum / (count + SHRINKAGE);
  }
}
