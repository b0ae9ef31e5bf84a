package org.metarec.meta.popularity;

import java.util.function.IntFunction;
import org.metarec.meta.regression.PositiveDefinite;
import org.metarec.meta.regression.Recency;
import org.metarec.meta.regression.RidgeRegression;
import org.metarec.model.FloatArrays;
import org.metarec.triple.Progress;

/**
 * How many likes an item can be expected to get, by what it is linked with: ridge regression of the
 * known items' centred ln(1 + likes), π, on {@link PopularityFeatures} x, standardised, in which
 * recent items count most. {@code π̂ = xᵀ c}, cut to −5 … 5; c makes {@code Σ_i w_i (π_i − x_iᵀ c)²
 * + 30 Σ_f c_f²} least, with {@code w_i = e^{(year_i − last year) / 2.5}}, see {@link Recency}. The
 * constant in c is not drawn to 0. Immutable.
 */
public final class PopularityRidge {
  /** λ, on features of spread 1. */
  private static final double RIDGE = 30;

  /** An item so many years older than the last counts 1/e as much. */
  private static final double MEMORY_YEARS = 2.5;

  /** No expectation is further from the mean, in either direction. */
  private static final double LIMIT = 5;

  private final ItemLikes likes;
  private final Recency recency;
  private final PositiveDefinite equations; // XᵀWX + Λ
  private final float[] coefficients;

  private PopularityRidge(
      ItemLikes likes, Recency recency, PositiveDefinite equations, float[] coefficients) {
    this.likes = likes;
    this.recency = recency;
    this.equations = equations;
    this.coefficients = coefficients;
  }

  /**
   * Fits the regression.
   *
   * @param rows the features of an item, standardised
   * @param length of a row
   */
  public static PopularityRidge of(
      IntFunction<float[]> rows, int length, ItemLikes likes, Progress progress) {
    Recency recency = likes.recency(MEMORY_YEARS, RIDGE);
    RidgeRegression regression = new RidgeRegression(length + 1, 1);
    for (int item : likes.known()) {
      float[] target = {likes.centredLog(item)};
      double weight = recency.of(likes.year(item));
      regression.add(weight, withOne(rows.apply(item)), target);
    }
    for (int feature = 0; feature < length; feature++) {
      regression.penalise(feature, RIDGE);
    }
    regression.penalise(length, RidgeRegression.CONSTANT_PENALTY);
    PositiveDefinite equations = regression.equations(progress);
    float[] coefficients = FloatArrays.rounded(regression.solution(equations, progress));
    return new PopularityRidge(likes, recency, equations, coefficients);
  }

  private static double[] withOne(float[] row) {
    double[] x = new double[row.length + 1];
    for (int i = 0; i < row.length; i++) {
      x[i] = row[i];
    }
    x[row.length] = 1;
    return x;
  }

  /** A coefficient for each feature, then the constant; a copy. */
  public float[] coefficients() {
    return coefficients.clone();
  }

  /**
   * π̂ of an item as the others tell it. The equation of a known one is left out, or where items
   * are few its own likes would be foretold by themselves: {@code π̂ = (xᵀc − h π) / (1 − h)}, with
   * its leverage {@code h = w xᵀ (XᵀWX + Λ)⁻¹ x} (Allen, The Relationship between Variable
   * Selection and Data Augmentation and a Method for Prediction, Technometrics 1974).
   *
   * @param row the item's features, of a known one as they were fitted
   */
  public float expectedByOthers(int item, float[] row) {
    double all = sum(row, coefficients);
    if (!likes.isKnown(item)) {
      return cut(all);
    }
    double weight = recency.of(likes.year(item));
    double[] x = withOne(row);
    double[] solved = equations.solve(x);
    double leverage = 0;
    for (int i = 0; i < x.length; i++) {
      leverage += weight * x[i] * solved[i];
    }
    return cut((all - leverage * likes.centredLog(item)) / (1 - leverage));
  }

  /** π̂ of a new item: the centred ln(1 + likes) to be expected from a row of features. */
  public static float expected(float[] row, float[] coefficients) {
    return cut(sum(row, coefficients));
  }

  private static double sum(float[] row, float[] coefficients) {
    double sum = coefficients[row.length];
    for (int i = 0; i < row.length; i++) {
      sum += coefficients[i] * (double) row[i];
    }
    return sum;
  }

  private static float cut(double expected) {
    return (float) Math.max(-LIMIT, Math.min(LIMIT, expected));
  }
}
