package org.metarec.meta.rating;

import org.metarec.meta.regression.PositiveDefinite;
import org.metarec.triple.Progress;
import org.metarec.triple.Workers;

/**
 * Finds the rows of one side, users or items, given the other: each gets the normal distribution
 * that follows from its ratings and its prior, the other side's numbers being known up to their
 * variances (variational Bayes; Lim and Teh, KDD Cup 2007).
 *
 * <p>A user's row {@code w = (v, b_u)} with the prior {@code N(m, Σ)} and ratings {@code r_i} has
 * the covariance {@code C = (Σ⁻¹ + σ⁻² Σ_i E[z_i z_iᵀ])⁻¹} and the mean {@code C (Σ⁻¹ m + σ⁻² Σ_i
 * E[z_i] (r_i − μ − b_i))}, where {@code z_i = (ψ_i, 1)}. An item's row follows from its users' in
 * the same way. Of the other side's covariances only the diagonal is kept.
 *
 * <p>Rows are independent of each other, and sums over them are taken in a fixed order, so any
 * number of threads gives the same bits.
 */
final class FactorSweep {
  /** Rows that one thread does at a time. */
  private static final int CHUNK = 256;

  /** Chunks between two looks at whether the run is to end. */
  private static final int CHUNKS_AT_ONCE = 32;

  private final RatingRows ratings;
  private final FactorTable own;
  private final FactorTable other;
  private final RowPrior prior;
  private final double noise;
  private final int length;
  private final double[] covarianceSum;
  private double squaredError;

  /**
   * @param ratings a row for each of {@code own}, a column for each of {@code other}
   * @param noise σ² of a rating
   */
  FactorSweep(
      RatingRows ratings, FactorTable own, FactorTable other, RowPrior prior, double noise) {
    this.ratings = ratings;
    this.own = own;
    this.other = other;
    this.prior = prior;
    this.noise = noise;
    this.length = own.rowLength();
    this.covarianceSum = new double[length * length];
  }

  void run(Workers workers, Progress progress) {
    int chunks = (own.rowCount() + CHUNK - 1) / CHUNK;
    double[][] covariances = new double[chunks][];
    double[] errors = new double[chunks];
    for (int first = 0; first < chunks; first += CHUNKS_AT_ONCE) {
      progress.checkRunning();
      int from = first;
      workers.run(
          Math.min(CHUNKS_AT_ONCE, chunks - first),
          part -> {
            int chunk = from + part;
            covariances[chunk] = new double[length * length];
            errors[chunk] = updateChunk(chunk, covariances[chunk]);
          });
    }
    for (int chunk = 0; chunk < chunks; chunk++) {
      squaredError += errors[chunk];
      for (int i = 0; i < covarianceSum.length; i++) {
        covarianceSum[i] += covariances[chunk][i];
      }
    }
  }

  private double updateChunk(int chunk, double[] covariances) {
    double error = 0;
    int end = Math.min(own.rowCount(), (chunk + 1) * CHUNK);
    for (int row = chunk * CHUNK; row < end; row++) {
      if (ratings.size(row) > 0) {
        error += update(row, covariances);
      }
    }
    return error;
  }

  /** Sum of the covariances of all rows that have ratings. */
  double[] covarianceSum() {
    return covarianceSum;
  }

  /** Expected squared error of all ratings together. */
  double squaredError() {
    return squaredError;
  }

  /** The expected squared error of a row's ratings. */
  private double update(int row, double[] covariances) {
    double[] gram = new double[length * length];
    double[] right = new double[length];
    addRatings(row, gram, right);
    double[] mean = prior.mean(row);
    double[] matrix = new double[length * length];
    for (int a = 0; a < length; a++) {
      right[a] /= noise;
      for (int b = 0; b < length; b++) {
        right[a] += prior.precision()[a * length + b] * mean[b];
        matrix[a * length + b] =
            prior.precision()[a * length + b] + (b <= a ? gram[a * length + b] / noise : 0);
      }
    }
    PositiveDefinite posterior = new PositiveDefinite(matrix, length);
    double[] solved = posterior.solve(right);
    double[] covariance = posterior.inverse();
    double error = 0;
    for (int a = 0; a < length; a++) {
      own.rows()[row * length + a] = (float) solved[a];
      own.variances()[row * length + a] = (float) covariance[a * length + a];
      for (int b = 0; b <= a; b++) {
        error += (b == a ? 1 : 2) * covariance[a * length + b] * gram[a * length + b];
      }
    }
    for (int i = 0; i < covariance.length; i++) {
      covariances[i] += covariance[i];
    }
    return error + squaredError(row, solved);
  }

  /** Adds {@code E[z zᵀ]} and {@code E[z] y} of each rating, z = (other's factors, 1). */
  private void addRatings(int row, double[] gram, double[] right) {
    int width = length - 1;
    double[] z = new double[length];
    z[width] = 1;
    for (int k = ratings.from(row); k < ratings.to(row); k++) {
      int at = ratings.column(k) * length;
      double target = ratings.value(k) - other.rows()[at + width];
      for (int a = 0; a < width; a++) {
        z[a] = other.rows()[at + a];
        gram[a * length + a] += other.variances()[at + a];
        right[a] += z[a] * target;
      }
      right[width] += target;
      PositiveDefinite.addSquare(z, gram);
    }
  }

  /** What the other side's variances and the remainders of the ratings add up to. */
  private double squaredError(int row, double[] solved) {
    int width = length - 1;
    double sum = 0;
    for (int k = ratings.from(row); k < ratings.to(row); k++) {
      int at = ratings.column(k) * length;
      double rest = ratings.value(k) - other.rows()[at + width] - solved[width];
      double variance = other.variances()[at + width];
      for (int a = 0; a < width; a++) {
        rest -= solved[a] * other.rows()[at + a];
        variance += solved[a] * solved[a] * other.variances()[at + a];
      }
      sum += rest * rest + variance;
    }
    return sum;
  }
}
