package org.metarec.meta.regression;

import java.util.Arrays;
import org.metarec.triple.Progress;

/**
 * Linear regression of rows on features with a penalty for each feature, {@code min Σ_i w_i |y_i −
 * x_i B|² + Σ_f λ_f |B_f|²}, by its normal equations: memory quadratic in the features, time cubic.
 * Not thread-safe.
 */
public final class RidgeRegression {
  /** λ of a constant, which is not to be drawn to 0. */
  public static final double CONSTANT_PENALTY = 1e-6;

  private final int features;
  private final int outputs;
  private final double[] gram;
  private final double[] moment;

  /**
   * Without an example as yet.
   *
   * @param features length of x
   * @param outputs length of y
   */
  public RidgeRegression(int features, int outputs) {
    this.features = features;
    this.outputs = outputs;
    this.gram = new double[features * features];
    this.moment = new double[outputs * features];
  }

  /** Adds λ to a feature. */
  public void penalise(int feature, double penalty) {
    gram[feature * features + feature] += penalty;
  }

  /**
   * Adds an example of weight w.
   *
   * @param x {@code double[features]}
   * @param y {@code float[≥ outputs]}
   */
  public void add(double weight, double[] x, float[] y) {
    for (int f = 0; f < features; f++) {
      double weighted = weight * x[f];
      for (int g = 0; g <= f && weighted != 0; g++) {
        gram[f * features + g] += weighted * x[g];
      }
      for (int k = 0; k < outputs && weighted != 0; k++) {
        moment[k * features + f] += weighted * y[k];
      }
    }
  }

  /**
   * Adds an example of weight 1 of which feature 0 and these features are 1, all others 0.
   *
   * @param ascending none of them is 0
   * @param at where its y begins among {@code rows}
   */
  public void addIndicators(int[] ascending, float[] rows, int at) {
    addIndicator(0, rows, at);
    gram[0]++;
    for (int i = 0; i < ascending.length; i++) {
      int row = ascending[i] * features;
      addIndicator(ascending[i], rows, at);
      gram[row]++;
      for (int j = 0; j <= i; j++) {
        gram[row + ascending[j]]++;
      }
    }
  }

  private void addIndicator(int feature, float[] rows, int at) {
    for (int k = 0; k < outputs; k++) {
      moment[k * features + feature] += rows[at + k];
    }
  }

  /**
   * B, {@code double[features · outputs]}, a row a feature.
   *
   * @throws IllegalArgumentException if a feature without a penalty is a sum of others
   */
  public double[] solution(Progress progress) {
    return solution(equations(progress), progress);
  }

  /**
   * The matrix of its normal equations, {@code Σ_i w_i x_i x_iᵀ + Λ}.
   *
   * @throws IllegalArgumentException if a feature without a penalty is a sum of others
   */
  public PositiveDefinite equations(Progress progress) {
    return new PositiveDefinite(gram, features, progress);
  }

  /**
   * B from these equations.
   *
   * @param equations as {@link #equations} gave them, with nothing added since
   */
  public double[] solution(PositiveDefinite equations, Progress progress) {
    double[] solution = new double[features * outputs];
    for (int k = 0; k < outputs; k++) {
      progress.checkRunning();
      double[] right = Arrays.copyOfRange(moment, k * features, (k + 1) * features);
      double[] column = equations.solve(right);
      for (int f = 0; f < features; f++) {
        solution[f * outputs + k] = column[f];
      }
    }
    return solution;
  }
}
