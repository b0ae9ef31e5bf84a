package org.metarec.meta.popularity;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
   * @param rows the features of an item; asked for twice
   * @param length of a row
   * @return a coefficient for each feature, then the constant
   */
  public static float[] fit(
      IntFunction<double[]> rows, int length, ItemLikes likes, Progress progress) {
    int[] known = IntStream.range(0, likes.itemCount()).filter(likes::isKnown).toArray();
    if (known.length == 0) {
      return new float[length + 1];
    }
    double[] mean = new double[length];
    double[] spread = new double[length];
    moments(rows, known, mean, spread);
    double[] weights = weights(known, likes);
    RidgeRegression regression = new RidgeRegression(length + 1, 1);
    for (int position = 0; position < known.length; position++) {
      double[] row = standardised(rows.apply(known[position]), mean, spread);
      float[] target = {likes.centredLog(known[position])};
      regression.add(weights[position], row, target, 0);
    }
    for (int feature = 0; feature < length; feature++) {
      regression.penalise(feature, RIDGE);
    }
    regression.penalise(length, CONSTANT_RIDGE);
    return unstandardised(regression.solution(progress), mean, spread);
  }

  /** Mean and spread of each feature; a spread of 1 where all are alike. */
  private static void moments(
      IntFunction<double[]> rows, int[] known, double[] mean, double[] spread) {
    for (int item : known) {
      double[] row = rows.apply(item);
      for (int i = 0; i < row.length; i++) {
        mean[i] += row[i] / known.length;
        spread[i] += row[i] * row[i] / known.length;
      }
    }
    for (int i = 0; i < mean.length; i++) {
      double variance = spread[i] - mean[i] * mean[i];
      spread[i] = variance < 1e-9 ? 1 : Math.sqrt(variance);
    }
  }

  /** Items without a time count as the latest. */
  private static double[] weights(int[] known, ItemLikes likes) {
    double last =
        Arrays.stream(known)
            .mapToDouble(likes::year)
            .filter(year -> !Double.isNaN(year))
            .max()
            .orElse(0);
    return Arrays.stream(known)
        .mapToDouble(likes::year)
        .map(year -> Double.isNaN(year) ? 1 : Math.exp((year - last) / MEMORY_YEARS))
        .toArray();
  }

  private static double[] standardised(double[] row, double[] mean, double[] spread) {
    double[] standardised = new double[row.length + 1];
    for (int i = 0; i < row.length; i++) {
      standardised[i] = (row[i] - mean[i]) / spread[i];
    }
    standardised[row.length] = 1;
    return standardised;
  }

  private static float[] unstandardised(double[] solution, double[] mean, double[] spread) {
    float[] coefficients = new float[solution.length];
    double constant = solution[mean.length];
    for (int i = 0; i < mean.length; i++) {
      coefficients[i] = (float) (solution[i] / spread[i]);
      constant -= mean[i] * solution[i] / spread[i];
    }
    coefficients[mean.length] = (float) constant;
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
