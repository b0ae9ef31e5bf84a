package org.metarec.meta.regression;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What features are worth to those who choose (McFadden, "Conditional logit analysis of qualitative
 * choice behavior", <i>Frontiers in Econometrics</i>, 1974): the coefficients of a {@link Choice}
 * that are most likely by some choices and a normal prior. Immutable.
 */
public final class ConditionalLogit {
  private static final int MOST_STEPS = 100;
  private static final int MOST_HALVINGS = 50;

  /** What is still to be gained, about, when it is good enough. */
  private static final double ENOUGH = 1e-12;

  private static final double[] NONE = {};

  private final double[] mean;
  private final double precision;

  /**
   * @param mean of the prior
   * @param deviation of it, of each coefficient
   */
  public ConditionalLogit(double[] mean, double deviation) {
    this.mean = mean.clone();
    this.precision = 1 / (deviation * deviation);
  }

  /** The mode of the posterior, by Newton's method; without choices the mean of the prior. */
  public double[] mostLikely(List<Choice> choices) {
    double[] best = mean.clone();
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      double[] better = better(best, choices);
      if (better == best) {
        break;
      }
      best = better;
    }
    return best;
  }

  /** By Newton's step, or the first of its halves that is better; the same array where none is. */
  private double[] better(double[] from, List<Choice> choices) {
    double[] step = step(from, choices);
    if (step.length == 0) {
      return from;
    }
    double before = logPosterior(from, choices);
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      double share = Math.scalb(1.0, -halving);
      double[] to =
          IntStream.range(0, from.length).mapToDouble(f -> from[f] + share * step[f]).toArray();
      if (logPosterior(to, choices) > before) {
        return to;
      }
    }
    return from;
  }

  /** Empty where it is good enough. */
  private double[] step(double[] from, List<Choice> choices) {
    int count = mean.length;
    double[] gradient = new double[count];
    double[] information = new double[count * count];
    for (int f = 0; f < count; f++) {
      gradient[f] = precision * (mean[f] - from[f]);
      information[f * count + f] = precision;
    }
    choices.forEach(choice -> choice.addDerivatives(from, gradient, information));
    double[] step = new PositiveDefinite(information, count).solve(gradient);
    double gain = IntStream.range(0, count).mapToDouble(f -> gradient[f] * step[f]).sum() / 2;
    return gain < ENOUGH ? NONE : step;
  }

  /** Up to a constant. */
  private double logPosterior(double[] coefficients, List<Choice> choices) {
    double squares = 0;
    for (int f = 0; f < mean.length; f++) {
      double away = coefficients[f] - mean[f];
      squares += away * away;
    }
    return choices.stream().mapToDouble(choice -> choice.logLikelihood(coefficients)).sum()
        - precision * squares / 2;
  }
}
