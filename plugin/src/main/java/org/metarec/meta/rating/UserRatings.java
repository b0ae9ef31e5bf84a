package org.metarec.meta.rating;

import java.util.List;
import org.metarec.meta.inner.PositiveDefinite;
import org.metarec.model.rating.RatingPart;
import org.metarec.model.rating.RatingPrior;

/**
 * The factors and the offset of one user, {@code w = (v, b_u)}, which make {@code Σ_i ρ((r_i − μ −
 * b_i − z_iᵀ w) / σ) + ½ · 0.8 (w − m)ᵀ Σ⁻¹ (w − m)} least, over the user's ratings r_i, with
 * {@code z_i = (ψ_i, 1)} and m what the user's features suggest.
 *
 * <p>A rating far off counts less, since the error that matters is the absolute one: ρ is Huber's
 * loss, {@code x²/2} up to {@code |x| = δ = 1.2} and {@code δ (|x| − δ/2)} beyond ("Robust
 * estimation of a location parameter", Annals of Mathematical Statistics 35, 1964). It is minimised
 * by one ridge regression and three more with new weights, {@code δ / |x|} beyond δ (Holland and
 * Welsch, Communications in Statistics 6, 1977). Immutable.
 */
public final class UserRatings {
  /** δ: beyond so many standard deviations of the noise a rating counts less. */
  private static final double HUBER = 1.2;

  private static final int ROUNDS = 4;

  /** How much the prior counts: what was fitted by squared error is a little too sure. */
  private static final double PRIOR_WEIGHT = 0.8;

  private final double mean;
  private final double[] row;

  private UserRatings(double mean, double[] row) {
    this.mean = mean;
    this.row = row;
  }

  /**
   * Fits a user.
   *
   * @param mean μ of all ratings, on the scale 1 … 5
   * @param userValues values of the user's features
   * @param items rows of the items that the user rated, factors and offset first
   * @param ratings of these items, on the scale 1 … 5
   */
  public static UserRatings of(
      RatingPrior prior,
      double mean,
      List<Integer> userValues,
      List<float[]> items,
      List<Float> ratings) {
    double[] expected = expected(prior, userValues);
    double[] row = expected;
    for (int round = 0; round < ROUNDS && !items.isEmpty(); round++) {
      row = fit(prior, expected, items, remainders(mean, items, ratings), row);
    }
    return new UserRatings(mean, row);
  }

  private static double[] expected(RatingPrior prior, List<Integer> userValues) {
    float[] means = prior.part(RatingPart.USER_MEANS);
    double[] expected = new double[prior.rowLength()];
    for (int k = 0; k < expected.length; k++) {
      expected[k] = means[k];
      for (int value : userValues) {
        expected[k] += means[(value + 1) * expected.length + k];
      }
    }
    return expected;
  }

  /** What the user must explain: ratings less mean and the items' offsets. */
  private static double[] remainders(double mean, List<float[]> items, List<Float> ratings) {
    double[] remainders = new double[items.size()];
    for (int i = 0; i < remainders.length; i++) {
      float[] item = items.get(i);
      remainders[i] = ratings.get(i) - mean - item[item.length - 2];
    }
    return remainders;
  }

  private static double[] fit(
      RatingPrior prior,
      double[] expected,
      List<float[]> items,
      double[] remainders,
      double[] before) {
    int length = expected.length;
    float[] precision = prior.part(RatingPart.USER_PRECISION);
    double[] matrix = new double[length * length];
    double[] right = new double[length];
    for (int a = 0; a < length; a++) {
      for (int b = 0; b < length; b++) {
        matrix[a * length + b] = PRIOR_WEIGHT * precision[a * length + b];
        right[a] += matrix[a * length + b] * expected[b];
      }
    }
    double deviation = Math.sqrt(prior.noise());
    for (int i = 0; i < remainders.length; i++) {
      float[] item = items.get(i);
      double off = Math.abs(remainders[i] - taste(before, item)) / deviation;
      double weight = before == expected || off <= HUBER ? 1 : HUBER / off;
      for (int a = 0; a < length; a++) {
        double x = (a == length - 1 ? 1 : item[a]) * weight / prior.noise();
        right[a] += x * remainders[i];
        for (int b = 0; b <= a; b++) {
          matrix[a * length + b] += x * (b == length - 1 ? 1 : item[b]);
        }
      }
    }
    return new PositiveDefinite(matrix, length).solve(right);
  }

  /** {@code ψᵀ v + b_u}. */
  private static double taste(double[] row, float[] item) {
    double sum = row[row.length - 1];
    for (int k = 0; k < row.length - 1; k++) {
      sum += row[k] * item[k];
    }
    return sum;
  }

  /**
   * The rating that the user would give, on the scale 1 … 5 but not clipped to it.
   *
   * @param item its row, factors and offset first
   */
  public double predict(float[] item) {
    return mean + item[item.length - 2] + taste(row, item);
  }
}
