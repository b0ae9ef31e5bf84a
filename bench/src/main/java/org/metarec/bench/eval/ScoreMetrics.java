package org.metarec.bench.eval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.metarec.eval.RankingMetrics;
import org.metarec.triple.Ascending;

/** Figures that say how good scores and ratings are. Ranks count from 1; ties may give halves. */
public final class ScoreMetrics {
  private ScoreMetrics() {}

  /**
   * NDCG@k with one true answer a list: the mean of {@code 1 / log₂(1 + rank)}, 0 for ranks beyond
   * k, in [0, 1].
   */
  static double discountedGainAt(int k, double[] ranks) {
    return Arrays.stream(ranks)
        .map(rank -> rank <= k ? Math.log(2) / Math.log1p(rank) : 0)
        .average()
        .orElseThrow();
  }

  /**
   * The rank of one score among others: 1 + those above + half of those equal.
   *
   * @param others scores in ascending order, higher is better
   * @return 1 to {@code others.length + 1}
   */
  public static double rankAmong(double score, double[] others) {
    int worse = Ascending.below(score, others);
    int notBetter = Ascending.upTo(score, others);
    return RankingMetrics.rank(others.length - notBetter, notBetter - worse);
  }

  /**
   * AUC: how often a positive scores above a negative, ties counting half, in [0, 1]. Costs n log n
   * (Mann and Whitney).
   *
   * @param positives scores, higher is better; at least one
   * @param negatives scores in ascending order, at least one
   */
  static double areaUnderCurve(double[] positives, double[] negatives) {
    double wins = 0;
    for (double positive : positives) {
      wins += negatives.length + 1 - rankAmong(positive, negatives);
    }
    return wins / ((double) positives.length * negatives.length);
  }

  /**
   * AUC-PR: the average precision, {@code Σ_n (R_n − R_{n−1}) P_n}, precision and recall taken at
   * each distinct score from the highest down, in (0, 1]. Answers of equal score come in together,
   * so their order does not matter. As scikit-learn's {@code average_precision_score}, with which
   * Sun et al. 2019 measure Countries. Costs n log n.
   *
   * @param positives scores, higher is better; at least one
   * @param negatives scores; may be empty
   */
  static double areaUnderPrecisionRecall(double[] positives, double[] negatives) {
    double[] right = positives.clone();
    double[] wrong = negatives.clone();
    Arrays.sort(right);
    Arrays.sort(wrong);
    double sum = 0;
    for (double score : right) {
      double found = right.length - Ascending.below(score, right);
      double misled = wrong.length - Ascending.below(score, wrong);
      sum += found / (found + misled);
    }
    return sum / right.length;
  }

  /** MAE, in the unit of the ratings. */
  static double meanAbsoluteError(double[] predicted, double[] actual) {
    double sum = 0;
    for (int i = 0; i < actual.length; i++) {
      sum += Math.abs(predicted[i] - actual[i]);
    }
    return sum / actual.length;
  }

  /** RMSE, in the unit of the ratings. */
  static double rootMeanSquareError(double[] predicted, double[] actual) {
    double sum = 0;
    for (int i = 0; i < actual.length; i++) {
      double error = predicted[i] - actual[i];
      sum += error * error;
    }
    return Math.sqrt(sum / actual.length);
  }

  /**
   * Pair accuracy, also called pAUC: of all pairs with different actual ratings, how many are
   * predicted in their order; predicted ties count half. Costs n².
   *
   * @return in [0, 1]; empty where all actual ratings are equal
   */
  static OptionalDouble pairAccuracy(double[] predicted, double[] actual) {
    double right = 0;
    int pairs = 0;
    for (int better = 0; better < actual.length; better++) {
      for (int worse = 0; worse < actual.length; worse++) {
        if (actual[better] > actual[worse]) {
          right += (Math.signum(predicted[better] - predicted[worse]) + 1) / 2;
          pairs++;
        }
      }
    }
    return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(right / pairs);
  }

  /**
   * NDCG@k of graded answers, {@code Σ (2^rating − 1) / log₂(1 + rank)} of the first k by
   * prediction, divided by that of the first k by actual rating (Burges et al., "Learning to Rank
   * using Gradient Descent", ICML 2005). Of equal predictions the one given first ranks first.
   *
   * @param actual above 0 at least once
   * @return in [0, 1]
   */
  static double gradedGainAt(int k, double[] predicted, double[] actual) {
    return gain(k, predicted, actual) / gain(k, actual, actual);
  }

  private static double gain(int k, double[] order, double[] actual) {
    int[] ranked =
        IntStream.range(0, order.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -order[i]))
            .limit(k)
            .mapToInt(i -> i)
            .toArray();
    double sum = 0;
    for (int place = 0; place < ranked.length; place++) {
      sum += (Math.pow(2, actual[ranked[place]]) - 1) * Math.log(2) / Math.log(place + 2);
    }
    return sum;
  }
}
