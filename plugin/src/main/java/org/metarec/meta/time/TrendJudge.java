package org.metarec.meta.time;

import java.util.Arrays;
import java.util.List;
import org.metarec.meta.regression.Choice;
import org.metarec.meta.regression.ConditionalLogit;
import org.metarec.meta.regression.PrequentialScore;

/**
 * Judges what features are worth beside the rates of items: coefficients of the earlier half of the
 * choices by the later half, see {@link PrequentialScore}. Those that are taken are of all choices.
 */
final class TrendJudge {
  /** Fewer are too few to tell chance by. */
  private static final int FEWEST_CHOICES = 100;

  private final double[] none;
  private final ConditionalLogit logit;
  private final double most;

  /**
   * @param features how many a choice has
   * @param deviation of their prior, which is around 0
   * @param most that a coefficient may be, at least 0; what is above it is set to it after the fit,
   *     and the others stay as fitted
   */
  TrendJudge(int features, double deviation, double most) {
    this.none = new double[features];
    this.logit = new ConditionalLogit(none, deviation);
    this.most = most;
  }

  /** Whether there is too little to tell by. */
  boolean isUndecided(int choices) {
    return none.length == 0 || choices < FEWEST_CHOICES;
  }

  /** Where features are worth nothing. */
  PrequentialScore<double[]> none(List<Choice> choices) {
    return new PrequentialScore<>(none, logLikelihoods(none, choices));
  }

  /**
   * The coefficients.
   *
   * @param choices in the order of time
   */
  PrequentialScore<double[]> fitted(List<Choice> choices) {
    double[] ofEarlier = coefficients(choices.subList(0, choices.size() / 2));
    return new PrequentialScore<>(coefficients(choices), logLikelihoods(ofEarlier, choices));
  }

  private double[] coefficients(List<Choice> choices) {
    double[] mostLikely = logit.mostLikely(choices);
    Arrays.setAll(mostLikely, f -> Math.min(most, mostLikely[f]));
    return mostLikely;
  }

  private static List<Double> logLikelihoods(double[] coefficients, List<Choice> choices) {
    return choices.subList(choices.size() / 2, choices.size()).stream()
        .map(choice -> choice.logLikelihood(coefficients))
        .toList();
  }
}
