package org.metarec.bench.eval;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * What a model says of one user of a test: of items held back, and of items drawn at random that
 * the user has nothing to do with. Immutable.
 */
public final class UserPredictions {

  /**
   * One item held back.
   *
   * @param score higher is better
   * @param predicted rating; NaN where none is predicted
   * @param rating the true one, in the same unit; NaN for a click
   * @param isPositive whether the user likes the item, so that it should rank before the negatives
   */
  public record Answer(double score, double predicted, double rating, boolean isPositive) {

    private boolean isRated() {
      return !Double.isNaN(predicted) && !Double.isNaN(rating);
    }
  }

  private final List<Answer> answers;
  private final List<Answer> rated;
  private final double[] negatives;

  /**
   * @param answers of equal predicted ratings the first ranks first
   * @param negatives scores
   */
  public UserPredictions(List<Answer> answers, double[] negatives) {
    this.answers = List.copyOf(answers);
    this.rated = answers.stream().filter(Answer::isRated).toList();
    this.negatives = Arrays.stream(negatives).sorted().toArray();
  }

  /**
   * A metric of the predicted and the actual ratings; empty without ratings.
   *
   * @param metric of predicted and actual, in this order
   */
  OptionalDouble ofRatings(ToDoubleBiFunction<double[], double[]> metric) {
    return rated.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(metric.applyAsDouble(predictedRatings(), actualRatings()));
  }

  /** How many pairs of rated items are in order; empty where all ratings are equal. */
  OptionalDouble pairAccuracy() {
    return ScoreMetrics.pairAccuracy(predictedRatings(), actualRatings());
  }

  /**
   * A metric of the scores of positives and of negatives; empty without one or the other.
   *
   * @param metric of positives and negatives, in this order; the negatives ascend
   */
  OptionalDouble ofScores(ToDoubleBiFunction<double[], double[]> metric) {
    double[] positives =
        answers.stream().filter(Answer::isPositive).mapToDouble(Answer::score).toArray();
    return positives.length == 0 || negatives.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(metric.applyAsDouble(positives, negatives));
  }

  /** A metric of the ranks of positives, each among the negatives alone. */
  OptionalDouble ofRanks(ToDoubleFunction<double[]> metric) {
    return ofScores(
        (positives, others) ->
            metric.applyAsDouble(
                Arrays.stream(positives)
                    .map(score -> ScoreMetrics.rankAmong(score, others))
                    .toArray()));
  }

  private double[] predictedRatings() {
    return rated.stream().mapToDouble(Answer::predicted).toArray();
  }

  private double[] actualRatings() {
    return rated.stream().mapToDouble(Answer::rating).toArray();
  }
}
