package org.metarec.meta.inner;

import java.util.Arrays;
import org.metarec.meta.regression.PositiveDefinite;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;

/**
 * What a user's weights should make small: {@code L(w) = ½ [Σ_j (wᵀP_j + η b_j − y_j)² + n mean_i
 * (wᵀP_i + η b_i)²] / (n + 3 softplus κ) + ½ Σ_k softplus(λ_k) (w_k − w⁰_k)² / (n + 1)}, j over the
 * n interactions, i over all items that count, as much together, since a user has clicked next to
 * none of them. Their paths are left out: what those are depends on the clicks. Immutable.
 */
final class InnerObjective {
  private final int weightCount;
  private final int withoutPaths;
  private final double[] pull;
  private final double biasWeight;
  private final double shrinkage;
  private final ItemMoments moments;

  InnerObjective(Prior prior) {
    this.weightCount = prior.shape().weightCount();
    this.withoutPaths = prior.shape().width() + 1;
    this.pull = new double[weightCount];
    for (int k = 0; k < weightCount; k++) {
      pull[k] = softplus(prior.part(PriorPart.PRIOR_PULL)[k]);
    }
    this.biasWeight = prior.number(PriorPart.BIAS_WEIGHT);
    this.shrinkage = 3 * softplus(prior.number(PriorPart.SUPPORT_SHRINKAGE));
    this.moments = new ItemMoments(prior);
  }

  /** {@code ln(1 + e^x)}, without overflow. */
  static double softplus(double x) {
    return x > 30 ? x : Math.log1p(Math.exp(x));
  }

  /** L at some weights, {@code double[weights]}, which are not copied. */
  Point at(double[] weights, double[] origin, InnerProblem problem) {
    return new Point(weights, origin, problem);
  }

  /** L at one place: both its value and its gradient follow from what was found there. */
  final class Point {
    private final double[] origin;
    private final InnerProblem problem;
    private final double[] weights;
    private final double[] residuals; // wᵀP_j + η b_j − y_j
    private final double[] ofItems; // u: weights without paths, and η
    private final double[] pooled; // M u

    private Point(double[] weights, double[] origin, InnerProblem problem) {
      this.origin = origin;
      this.problem = problem;
      this.weights = weights;
      this.residuals = new double[problem.clicks()];
      for (int row = 0; row < residuals.length; row++) {
        double score = dot(weights, problem.row(row)) + biasWeight * problem.bias(row);
        residuals[row] = score - problem.target(row);
      }
      this.ofItems = Arrays.copyOf(weights, withoutPaths + 1);
      this.ofItems[withoutPaths] = biasWeight;
      this.pooled = moments.times(ofItems);
    }

    /** L(w). */
    double value() {
      double squares = residuals.length * dot(ofItems, pooled);
      for (double residual : residuals) {
        squares += residual * residual;
      }
      double distance = 0;
      for (int k = 0; k < weightCount; k++) {
        double moved = weights[k] - origin[k];
        distance += pull[k] * moved * moved;
      }
      return squares / 2 / (residuals.length + shrinkage) + distance / 2 / (residuals.length + 1);
    }

    /** ∇L(w), {@code double[weights]}. */
    double[] gradient() {
      double[] gradient = new double[weightCount];
      for (int row = 0; row < residuals.length; row++) {
        double[] features = problem.row(row);
        for (int k = 0; k < weightCount; k++) {
          gradient[k] += residuals[row] * features[k];
        }
      }
      for (int k = 0; k < weightCount; k++) {
        double fit = gradient[k] + (k < withoutPaths ? residuals.length * pooled[k] : 0);
        double pulled = pull[k] * (weights[k] - origin[k]);
        gradient[k] = fit / (residuals.length + shrinkage) + pulled / (residuals.length + 1);
      }
      return gradient;
    }
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

  /** Where L is least: it is quadratic, so one step of Newton's method leads there. */
  double[] minimum(double[] origin, InnerProblem problem) {
    double[] step =
        new PositiveDefinite(curvature(problem), weightCount)
            .solve(at(origin, origin, problem).gradient());
    double[] minimum = new double[weightCount];
    for (int k = 0; k < weightCount; k++) {
      minimum[k] = origin[k] - step[k];
    }
    return minimum;
  }

  /** Second derivatives of L, {@code double[weights · weights]}; the lower half alone is filled. */
  private double[] curvature(InnerProblem problem) {
    double[] curvature = new double[weightCount * weightCount];
    for (int i = 0; i < withoutPaths; i++) {
      for (int j = 0; j <= i; j++) {
        curvature[i * weightCount + j] = problem.clicks() * moments.at(i, j);
      }
    }
    for (int row = 0; row < problem.clicks(); row++) {
      PositiveDefinite.addSquare(problem.row(row), curvature);
    }
    for (int i = 0; i < weightCount; i++) {
      for (int j = 0; j <= i; j++) {
        curvature[i * weightCount + j] /= problem.clicks() + shrinkage;
      }
      curvature[i * weightCount + i] += pull[i] / (problem.clicks() + 1);
    }
    return curvature;
  }
}
