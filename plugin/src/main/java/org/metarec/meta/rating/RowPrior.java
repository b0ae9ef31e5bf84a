package org.metarec.meta.rating;

import org.metarec.meta.regression.PositiveDefinite;
import org.metarec.meta.regression.RidgeRegression;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;

/**
 * What a row of a {@link FactorTable} is expected to be before its first rating: a normal
 * distribution {@code N(g + Σ_f g_f, Σ)} whose mean is a common row g plus one for each feature
 * value f, fitted by ridge regression on the rows of those that have ratings (empirical Bayes;
 * Efron and Morris, Journal of the American Statistical Association 68, 1973). Not thread-safe
 * while fitted.
 */
final class RowPrior {
  /** Pulls what a feature value adds towards 0, as strongly as so many rows would. */
  private static final double VALUE_RIDGE = 20;

  private static final double COMMON_RIDGE = 1e-3;

  /** Keeps a covariance invertible when one of its directions has died out. */
  private static final double LEAST_VARIANCE = 1e-4;

  private final NodeFeatures features;
  private final int rowLength;
  private final double[] means;
  private double[] precision;

  /**
   * @param features a node a row
   * @param factorVariance of each factor at first
   * @param offsetVariance of the offset at first
   */
  RowPrior(NodeFeatures features, int rowLength, double factorVariance, double offsetVariance) {
    this.features = features;
    this.rowLength = rowLength;
    this.means = new double[(features.values().size() + 1) * rowLength];
    this.precision = new double[rowLength * rowLength];
    for (int k = 0; k < rowLength; k++) {
      precision[k * rowLength + k] = 1 / (k < rowLength - 1 ? factorVariance : offsetVariance);
    }
  }

  /** The common row, then that of each value; not a copy. */
  double[] means() {
    return means;
  }

  /** {@code double[rowLength²]}, not a copy. */
  double[] precision() {
    return precision;
  }

  /** The expected row. */
  double[] mean(int row) {
    double[] mean = new double[rowLength];
    add(0, mean);
    features.of(row).forEach(value -> add(value + 1, mean));
    return mean;
  }

  private void add(int group, double[] sum) {
    for (int k = 0; k < rowLength; k++) {
      sum[k] += means[group * rowLength + k];
    }
  }

  /**
   * Fits mean and precision to the rows that have ratings.
   *
   * @param covarianceSum of these rows' own distributions, {@code double[rowLength²]}
   */
  void fit(FactorTable table, RatingRows ratings, double[] covarianceSum, Progress progress) {
    fitMeans(table, ratings, progress);
    double[] covariance = covarianceSum.clone();
    int count = 0;
    for (int row = 0; row < table.rowCount(); row++) {
      if (ratings.size(row) > 0) {
        count++;
        double[] rest = mean(row);
        for (int a = 0; a < rowLength; a++) {
          rest[a] = table.rows()[row * rowLength + a] - rest[a];
        }
        PositiveDefinite.addSquare(rest, covariance);
      }
    }
    for (int a = 0; a < rowLength; a++) {
      for (int b = 0; b <= a; b++) {
        covariance[a * rowLength + b] /= count;
      }
      covariance[a * rowLength + a] += LEAST_VARIANCE;
    }
    precision = new PositiveDefinite(covariance, rowLength).inverse();
  }

  private void fitMeans(FactorTable table, RatingRows ratings, Progress progress) {
    RidgeRegression regression = new RidgeRegression(features.values().size() + 1, rowLength);
    regression.penalise(0, COMMON_RIDGE);
    for (int value = 1; value <= features.values().size(); value++) {
      regression.penalise(value, VALUE_RIDGE);
    }
    for (int row = 0; row < table.rowCount(); row++) {
      if (ratings.size(row) > 0) {
        int[] ones = features.of(row).stream().mapToInt(value -> value + 1).toArray();
        regression.addIndicators(ones, table.rows(), row * rowLength);
      }
    }
    System.arraycopy(regression.solution(progress), 0, means, 0, means.length);
  }
}
