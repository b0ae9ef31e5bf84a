package org.metarec.meta.inner;

import org.metarec.model.FloatArrays;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.UserWeights;

/**
 * The inner loop, in plain Java. The steps are gradient descent with a learned rate for each step
 * and weight, {@code w ← w − α_k ∘ ∇L(w)} (MAML: Finn et al., ICML 2017, arXiv:1703.03400; learned
 * rates: Li et al., Meta-SGD, 2017, arXiv:1707.09835); one that raises L is halved until it does
 * not. The ridge goes to the minimum of L (Bertinetto et al., ICLR 2019, arXiv:1805.08136).
 * Immutable, shared between threads.
 */
final class Adaptation {
  private static final int MOST_HALVINGS = 20;

  private final InnerSolver head;
  private final InnerObjective objective;
  private final double[][] rates;

  Adaptation(Prior prior) {
    int weightCount = prior.shape().weightCount();
    this.head = prior.shape().head();
    this.objective = new InnerObjective(prior);
    this.rates = new double[prior.shape().innerSteps()][weightCount];
    float[] logRates = prior.part(PriorPart.STEP_RATE);
    for (int step = 0; step < rates.length; step++) {
      for (int k = 0; k < weightCount; k++) {
        rates[step][k] = Math.exp(logRates[step * weightCount + k]);
      }
    }
  }

  /**
   * Finds a user's weights.
   *
   * @param start {@code float[weights]}: where the user starts, see {@link StartWeights}
   * @return the weights, and the inner objective before and after
   */
  UserWeights adapt(float[] start, InnerProblem problem) {
    double[] origin = FloatArrays.toDoubles(start);
    return switch (head) {
      case STEPS -> walk(origin, problem);
      case RIDGE -> judge(start, FloatArrays.rounded(objective.minimum(origin, problem)), problem);
    };
  }

  private UserWeights walk(double[] origin, InnerProblem problem) {
    double[] weights = origin;
    InnerObjective.Point point = objective.at(weights, origin, problem);
    double lossBefore = point.value();
    double loss = lossBefore;
    for (double[] rate : rates) {
      double[] gradient = point.gradient();
      double length = 1;
      for (int halving = 0; halving <= MOST_HALVINGS; halving++, length /= 2) {
        double[] candidate = stepped(weights, gradient, rate, length);
        InnerObjective.Point there = objective.at(candidate, origin, problem);
        double lossThere = there.value();
        if (lossThere <= loss) {
          weights = candidate;
          point = there;
          loss = lossThere;
          break;
        }
      }
    }
    return new UserWeights(FloatArrays.rounded(weights), lossBefore, loss);
  }

  /** Weights that were found, with the inner objective at the start and at them. */
  UserWeights judge(float[] start, float[] weights, InnerProblem problem) {
    double[] origin = FloatArrays.toDoubles(start);
    double before = objective.at(origin, origin, problem).value();
    double after = objective.at(FloatArrays.toDoubles(weights), origin, problem).value();
    return new UserWeights(weights, before, after);
  }

  private static double[] stepped(
      double[] weights, double[] gradient, double[] rate, double length) {
    double[] stepped = new double[weights.length];
    for (int k = 0; k < weights.length; k++) {
      stepped[k] = weights[k] - length * rate[k] * gradient[k];
    }
    return stepped;
  }
}
