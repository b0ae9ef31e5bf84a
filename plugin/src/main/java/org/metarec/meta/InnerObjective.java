package org.metarec.meta;

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

  private double residual(double[] weights, InnerProblem problem, int row) {
    double score = biasWeight * problem.bias(row);
    for (int k = 0; k < weightCount; k++) {
      score += weights[k] * problem.feature(row, k);
    }
    return score - problem.target(row);
  }

  /** L(w). */
  double value(double[] weights, double[] origin, InnerProblem problem) {
    double fit = 0;
    for (int row = 0; row < problem.size(); row++) {
      double residual = residual(weights, problem, row);
      fit += problem.count(row) * residual * residual;
    }
    double distance = 0;
    for (int k = 0; k < weightCount; k++) {
      double moved = weights[k] - origin[k];
      distance += pull[k] * moved * moved;
    }
    return fit / 2 / (problem.clicks() + shrinkage) + distance / 2 / (problem.clicks() + 1);
  }

  /** ∇L(w). */
  double[] gradient(double[] weights, double[] origin, InnerProblem problem) {
    double[] gradient = new double[weightCount];
    for (int row = 0; row < problem.size(); row++) {
      double error =
          problem.count(row) * residual(weights, problem, row) / (problem.clicks() + shrinkage);
      for (int k = 0; k < weightCount; k++) {
        gradient[k] += error * problem.feature(row, k);
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
            .solve(gradient(origin, origin, problem));
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
      for (int i = 0; i < weightCount; i++) {
        double scaled = count * problem.feature(row, i);
        for (int j = 0; j <= i; j++) {
          curvature[i * weightCount + j] += scaled * problem.feature(row, j);
        }
      }
    }
    for (int k = 0; k < weightCount; k++) {
      curvature[k * weightCount + k] += pull[k] / (problem.clicks() + 1);
    }
    return curvature;
  }
}
