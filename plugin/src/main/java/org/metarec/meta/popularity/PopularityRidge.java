package org.metarec.meta.popularity;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.metarec.meta.regression.FeatureScale;
import org.metarec.meta.regression.PositiveDefinite;
import org.metarec.meta.regression.RidgeRegression;
import org.metarec.model.taste.YearScale;
import org.metarec.triple.Progress;

/**
 * How many likes an item can be expected to get, by what it is linked with: ridge regression of the
 * known items' centred ln(1 + likes), π, on {@link PopularityFeatures} x, in which recent items
 * count most. {@code π̂ = xᵀ c}, cut to −5 … 5; c makes {@code Σ_i w_i (π_i − x_iᵀ c)² + Σ_f λ_f
 * c_f²} least, with {@code w_i = e^{(year_i − last year) / 2.5}}. λ is 30 for what attributes
 * earned and for the time, on a spread of 1, and 10 for the flag of a feature value, which is 0 or
 * 1: so a value says the less the fewer items have it. The constant in c is not drawn to 0, and an
 * item without a year counts as one of the last. Immutable.
 */
public final class PopularityRidge {
  /** λ of what attributes earned and of the time, on features of spread 1. */
  private static final double RIDGE = 30;

  /** λ of the flag of a feature value: of that many recent items a value has half its say. */
  private static final double VALUE_RIDGE = 10;

  /** An item so many years older than the latest counts 1/e as much. */
  private static final double MEMORY_YEARS = 2.5;

  /** No expectation is further from the mean, in either direction. */
  private static final double LIMIT = 5;

  private final FeatureScale scale;
  private final ItemLikes likes;
  private final YearScale years;
  private final float[] coefficients;
  private final double[] covariance; // (XᵀWX + Λ)⁻¹

  private PopularityRidge(
      FeatureScale scale,
      ItemLikes likes,
      YearScale years,
      float[] coefficients,
      double[] covariance) {
    this.scale = scale;
    this.likes = likes;
    this.years = years;
    this.coefficients = coefficients;
    this.covariance = covariance;
  }

  /**
   * Fits the regression.
   *
   * @param rows the features of an item: what its attributes earned and the time, then flags
   * @param length of a row
   * @param scale of the known items' rows, but for the flags
   */
  public static PopularityRidge of(
      IntFunction<double[]> rows,
      int length,
      FeatureScale scale,
      ItemLikes likes,
      Progress progress) {
    int[] known = likes.known();
    YearScale years = likes.knownYears();
    if (known.length == 0) {
      return new PopularityRidge(scale, likes, years, new float[length + 1], new double[0]);
    }
    RidgeRegression regression = new RidgeRegression(length + 1, 1);
    for (int item : known) {
      float[] target = {likes.centredLog(item)};
      double weight = years.recency(likes.year(item), MEMORY_YEARS);
      regression.add(weight, standardised(rows.apply(item), scale), target);
    }
    for (int feature = 0; feature < length; feature++) {
      regression.penalise(feature, feature < scale.length() ? RIDGE : VALUE_RIDGE);
    }
    regression.penalise(length, RidgeRegression.CONSTANT_PENALTY);
    PositiveDefinite equations = regression.equations(progress);
    float[] coefficients = unstandardised(regression.solution(equations, progress), scale);
    double[] covariance = equations.inverse(progress);
    return new PopularityRidge(scale, likes, years, coefficients, covariance);
  }

  private static double[] standardised(double[] row, FeatureScale scale) {
    double[] standardised = new double[row.length + 1];
    for (int i = 0; i < row.length; i++) {
      standardised[i] = i < scale.length() ? scale.standard(i, row[i]) : row[i];
    }
    standardised[row.length] = 1;
    return standardised;
  }

  private static float[] unstandardised(double[] solution, FeatureScale scale) {
    float[] coefficients = new float[solution.length];
    int length = solution.length - 1;
    double constant = solution[length];
    for (int i = 0; i < length; i++) {
      boolean isScaled = i < scale.length();
      double coefficient = isScaled ? solution[i] / scale.spread(i) : solution[i];
      coefficients[i] = (float) coefficient;
      constant -= isScaled ? scale.mean(i) * coefficient : 0;
    }
    coefficients[length] = (float) constant;
    return coefficients;
  }

  /** A coefficient for each feature, then the constant; a copy. */
  public float[] coefficients() {
    return coefficients.clone();
  }

  /**
   * π̂ of an item as the others tell it. The equation of a known one is left out, or a value that
   * it alone has would tell its own likes: {@code π̂ = (xᵀc − h π) / (1 − h)}, with its leverage
   * {@code h = w xᵀ (XᵀWX + Λ)⁻¹ x} (Allen, The Relationship between Variable Selection and Data
   * Augmentation and a Method for Prediction, Technometrics 1974).
   *
   * @param row the item's features, of a known one as they were fitted
   */
  public float expectedByOthers(int item, double[] row) {
    double all = sum(row, coefficients);
    if (!likes.isKnown(item)) {
      return cut(all);
    }
    double weight = years.recency(likes.year(item), MEMORY_YEARS);
    double leverage = weight * squaredNorm(standardised(row, scale));
    return cut((all - leverage * likes.centredLog(item)) / (1 - leverage));
  }

  /** xᵀ (XᵀWX + Λ)⁻¹ x; few numbers of a row are not 0. */
  private double squaredNorm(double[] x) {
    int[] set = IntStream.range(0, x.length).filter(i -> x[i] != 0).toArray();
    double sum = 0;
    for (int row : set) {
      for (int column : set) {
        sum += x[row] * covariance[row * x.length + column] * x[column];
      }
    }
    return sum;
  }

  /** π̂ of a new item: the centred ln(1 + likes) to be expected from a row of features. */
  public static float expected(double[] row, float[] coefficients) {
    return cut(sum(row, coefficients));
  }

  private static double sum(double[] row, float[] coefficients) {
    double sum = coefficients[row.length];
    for (int i = 0; i < row.length; i++) {
      sum += coefficients[i] * row[i];
    }
    return sum;
  }

  private static float cut(double expected) {
    return (float) Math.max(-LIMIT, Math.min(LIMIT, expected));
  }
}
