package org.metarec.meta.inner;

import org.metarec.model.Prior;
import org.metarec.model.PriorPart;

/**
 * What a user's weights should make small: {@code L(w) = ½ Σ_j m_j (wᵀP_j + η b_j − y_j)² / (n + 3
 * softplus κ) + ½ Σ_k softplus(λ_k) (w_k − w⁰_k)² / (n + 1)}. Immutable.
 */
final class InnerObjective {
  private final int weightCount;
  private final double[] pull;
  private final double biasWeight;
  private final double shrinkage;

  InnerObjective(Prior prior) {
    this.weightCount = prior.shape().weightCount();
    this.pull = new double[weightCount];
    for (int k = 0; k < weightCount; k++) {
      pull[k] = softplus(prior.part(PriorPart.PRIOR_PULL)[k]);
    }
    this.biasWeight = prior.number(PriorPart.BIAS_WEIGHT);
    this.shrinkage = 3 * softplus(prior.number(PriorPart.SUPPORT_SHRINKAGE));
  }

  /** {@code ln(1 + e^x)}, without overflow. */
  static double softplus(double x) {
    return x > 30 ? x : Math.log1p(Math.exp(x));
  }

  /** {@code wᵀP_j + η b_j − y_j} of each row, which both L and its gradient are made of. */
  double[] residuals(double[] weights, InnerProblem problem) {
    double[] residuals = new double[problem.size()];
    for (int row = 0; row < residuals.length; row++) {
      double score = dot(weights, problem.row(row)) + biasWeight * problem.bias(row);
      residuals[row] = score - problem.target(row);
    }
    return residuals;
  }

  /** Four sums that do not wait for each other. */
  private static double dot(double[] a, double[] b) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int k = 0;
    for (; k < a.length - 3; k += 4) {
      sum0 += a[k] * b[k];
      sum1 += a[k + 1] * b[k + 1];
      sum2 += a[k + 2] * b[k + 2];
      sum3 += a[k + 3] * b[k + 3];
    }
    for (; k < a.length; k++) {
      sum0 += a[k] * b[k];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  /** L(w). */
  double value(double[] weights, double[] origin, InnerProblem problem) {
    return value(residuals(weights, problem), weights, origin, problem);
  }

  /**
   * L(w).
   *
   * @param residuals those of {@code weights}
   */
  double value(double[] residuals, double[] weights, double[] origin, InnerProblem problem) {
    double fit = 0;
    for (int row = 0; row < residuals.length; row++) {
      fit += problem.count(row) * residuals[row] * residuals[row];
    }
    double distance = 0;
    for (int k = 0; k < weightCount; k++) {
      double moved = weights[k] - origin[k];
      distance += pull[k] * moved * moved;
    }
    return fit / 2 / (problem.clicks() + shrinkage) + distance / 2 / (problem.clicks() + 1);
  }

  /**
   * ∇L(w).
   *
   * @param residuals those of {@code weights}
   */
  double[] gradient(double[] residuals, double[] weights, double[] origin, InnerProblem problem) {
    double[] gradient = new double[weightCount];
    for (int row = 0; row < residuals.length; row++) {
      double error = problem.count(row) * residuals[row] / (problem.clicks() + shrinkage);
      double[] features = problem.row(row);
      for (int k = 0; k < gradient.length; k++) {
        gradient[k] += error * features[k];
      }
    }
    for (int k = 0; k < weightCount; k++) {
      gradient[k] += pull[k] * (weights[k] - origin[k]) / (problem.clicks() + 1);
    }
    return gradient;
  }

  /** Where L is least: it is quadratic, so one step of Newton's method leads there. */
  double[] minimum(double[] origin, InnerProblem problem) {
    double[] step =
        new PositiveDefinite(curvature(problem), weightCount)
            .solve(gradient(residuals(origin, problem), origin, origin, problem));
    double[] minimum = new double[weightCount];
    for (int k = 0; k < weightCount; k++) {
      minimum[k] = origin[k] - step[k];
    }
    return minimum;
  }

  /** Second derivatives of L, {@code double[weights · weights]}; the lower half alone is filled. */
  private double[] curvature(InnerProblem problem) {
    double[] curvature = new double[weightCount * weightCount];
    for (int row = 0; row < problem.size(); row++) {
      double count = problem.count(row) / (problem.clicks() + shrinkage);
      double[] features = problem.row(row);
      for (int i = 0; i < weightCount; i++) {
        double scaled = count * features[i];
        for (int j = 0; j <= i; j++) {
          curvature[i * weightCount + j] += scaled * features[j];
        }
      }
    }
    for (int k = 0; k < weightCount; k++) {
      curvature[k * weightCount + k] += pull[k] / (problem.clicks() + 1);
    }
    return curvature;
  }
}
