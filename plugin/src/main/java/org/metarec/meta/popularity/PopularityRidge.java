package org.metarec.meta.popularity;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.metarec.meta.regression.RidgeRegression;
import org.metarec.triple.Progress;

/**
 * How many likes an item can be expected to get, by what it is linked with: ridge regression of the
 * known items' centred ln(1 + likes), π, on {@link PopularityFeatures} x, in which recent items
 * count most. {@code π̂ = xᵀ c}, cut to −5 … 5; c makes {@code Σ_i e^{(year_i − last year) / 2.5}
 * (π_i − x_iᵀ c)² + λ |c|²} least, with λ = 30 on features of spread 1. The constant in c is not
 * drawn to 0, and an item without a year counts as one of the last. Immutable.
 */
public final class PopularityRidge {
  /** λ of the ridge, on features of spread 1. */
  private static final double RIDGE = 30;

  /** The constant is not drawn to 0. */
  private static final double CONSTANT_RIDGE = 1e-6;

  /** An item so many years older than the latest counts 1/e as much. */
  private static final double MEMORY_YEARS = 2.5;

  /** No expectation is further from the mean, in either direction. */
  private static final double LIMIT = 5;

  private PopularityRidge() {}

  /**
   * Fits the regression.
   *
   * @param rows the features of an item; asked for once
   * @param scale of the known items' rows
   * @return a coefficient for each feature, then the constant
   */
  public static float[] fit(
      IntFunction<double[]> rows, FeatureScale scale, ItemLikes likes, Progress progress) {
    int[] known = likes.known();
    int length = scale.length();
    if (known.length == 0) {
      return new float[length + 1];
    }
    double[] weights = weights(known, likes);
    RidgeRegression regression = new RidgeRegression(length + 1, 1);
    for (int position = 0; position < known.length; position++) {
      double[] row = standardised(rows.apply(known[position]), scale);
      float[] target = {likes.centredLog(known[position])};
      regression.add(weights[position], row, target, 0);
    }
    for (int feature = 0; feature < length; feature++) {
      regression.penalise(feature, RIDGE);
    }
    regression.penalise(length, CONSTANT_RIDGE);
    return unstandardised(regression.solution(progress), scale);
  }

  /** Items without a time count as the latest, as does what is later by mistake. */
  private static double[] weights(int[] known, ItemLikes likes) {
    double last = likes.latestKnown();
    return Arrays.stream(known)
        .mapToDouble(likes::year)
        .map(year -> Double.isNaN(year) ? 1 : Math.exp(Math.min(0, year - last) / MEMORY_YEARS))
        .toArray();
  }

  private static double[] standardised(double[] row, FeatureScale scale) {
    double[] standardised = new double[row.length + 1];
    for (int i = 0; i < row.length; i++) {
      standardised[i] = scale.standard(i, row[i]);
    }
    standardised[row.length] = 1;
    return standardised;
  }

  private static float[] unstandardised(double[] solution, FeatureScale scale) {
    float[] coefficients = new float[solution.length];
    int length = solution.length - 1;
    double constant = solution[length];
    for (int i = 0; i < length; i++) {
      double coefficient = solution[i] / scale.spread(i);
      coefficients[i] = (float) coefficient;
      constant -= scale.mean(i) * coefficient;
    }
    coefficients[length] = (float) constant;
    return coefficients;
  }

  /** π̂: the centred ln(1 + likes) to be expected from a row of features. */
  public static float expected(double[] row, float[] coefficients) {
    double sum = coefficients[row.length];
    for (int i = 0; i < row.length; i++) {
      sum += coefficients[i] * row[i];
    }
    return (float) Math.max(-LIMIT, Math.min(LIMIT, sum));
  }
}
