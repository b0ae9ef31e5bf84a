package org.metarec.meta;

import org.metarec.model.Prior;
import org.metarec.model.PriorPart;
import org.metarec.model.UserWeights;

/**
 * The inner loop, in plain Java: a few steps of gradient descent from the start to a user's
 * weights, with a learned rate for each step and weight (MAML: Finn et al., ICML 2017,
 * arXiv:1703.03400; learned rates: Li et al., Meta-SGD, 2017, arXiv:1707.09835).
 *
 * <p>The inner objective is {@code L(w) = ½ Σ_j m_j (wᵀP_j + η b_j − y_j)² / (n + 3 softplus κ) + ½
 * Σ_k softplus(λ_k) (w_k − w⁰_k)² / (n + 1)}; a step is {@code w ← w − α_k ∘ ∇L(w)}. A step that
 * raises L is halved until it does not. Immutable, shared between threads.
 */
public final class Adaptation {
  private static final int MOST_HALVINGS = 20;

  private final int weightCount;
  private final double[][] rates;
  private final double[] pull;
  private final double biasWeight;
  private final double shrinkage;

  public Adaptation(Prior prior) {
    this.weightCount = prior.shape().weightCount();
    this.rates = new double[prior.shape().innerSteps()][weightCount];
    float[] logRates = prior.part(PriorPart.STEP_RATE);
    for (int step = 0; step < rates.length; step++) {
      for (int k = 0; k < weightCount; k++) {
        rates[step][k] = Math.exp(logRates[step * weightCount + k]);
      }
    }
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

  /**
   * Walks from the start to a user's weights.
   *
   * @param start {@code float[weights]}: where the user starts, see {@link StartWeights}
   * @return the weights after all steps, and the inner objective before and after
   */
  UserWeights adapt(float[] start, InnerProblem problem) {
    double[] origin = toDoubles(start);
    double[] weights = origin.clone();
    double before = objective(weights, origin, problem);
    double loss = before;
    for (double[] rate : rates) {
      double[] gradient = gradient(weights, origin, problem);
      double length = 1;
      for (int halving = 0; halving <= MOST_HALVINGS; halving++, length /= 2) {
        double[] candidate = stepped(weights, gradient, rate, length);
        double candidateLoss = objective(candidate, origin, problem);
        if (candidateLoss <= loss) {
          weights = candidate;
          loss = candidateLoss;
          break;
        }
      }
    }
    return new UserWeights(toFloats(weights), before, loss);
  }

  /** Weights found elsewhere, with the inner objective at the start and at them. */
  UserWeights judge(float[] start, float[] weights, InnerProblem problem) {
    double[] origin = toDoubles(start);
    double before = objective(origin, origin, problem);
    return new UserWeights(weights, before, objective(toDoubles(weights), origin, problem));
  }

  private static double[] stepped(
      double[] weights, double[] gradient, double[] rate, double length) {
    double[] stepped = new double[weights.length];
    for (int k = 0; k < weights.length; k++) {
      stepped[k] = weights[k] - length * rate[k] * gradient[k];
    }
    return stepped;
  }

  private double residual(double[] weights, InnerProblem problem, int row) {
    double score = biasWeight * problem.bias(row);
    for (int k = 0; k < weightCount; k++) {
      score += weights[k] * problem.feature(row, k);
    }
    return score - problem.target(row);
  }

  double objective(double[] weights, double[] origin, InnerProblem problem) {
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

  private static double[] toDoubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      doubles[k] = values[k];
    }
    return doubles;
  }

  private static float[] toFloats(double[] values) {
    float[] floats = new float[values.length];
    for (int k = 0; k < values.length; k++) {
      floats[k] = (float) values[k];
    }
    return floats;
  }
}
