package org.metarec.eval;

import java.util.Arrays;

/** Figures that say how good rankings and ratings are. Ranks count from 1; ties may give halves. */
public final class RankingMetrics {

  private RankingMetrics() {}

  /** MRR: the mean of 1/rank, in (0, 1]. */
  public static double meanReciprocalRank(double[] ranks) {
    return Arrays.stream(ranks).map(rank -> 1 / rank).average().orElseThrow();
  }

  /**
   * Hits@k, also called HR@k: the share of ranks that are at most k, in [0, 1]. With one true
   * answer a list it is Recall@k too.
   */
  public static double hitsAt(int k, double[] ranks) {
    return Arrays.stream(ranks).map(rank -> rank <= k ? 1 : 0).average().orElseThrow();
  }

  public static double meanRank(double[] ranks) {
    return Arrays.stream(ranks).average().orElseThrow();
  }

  /**
   * NDCG@k with one true answer a list: the mean of {@code 1 / log₂(1 + rank)}, 0 for ranks beyond
   * k, in [0, 1].
   */
  public static double discountedGainAt(int k, double[] ranks) {
    return Arrays.stream(ranks)
        .map(rank -> rank <= k ? Math.log(2) / Math.log1p(rank) : 0)
        .average()
        .orElseThrow();
  }

  /**
   * AUC: how often a positive scores above a negative, ties counting half, in [0, 1]. Costs n log n
   * (Mann and Whitney).
   *
   * @param positives scores, higher is better; at least one
   * @param negatives scores, at least one
   */
  public static double areaUnderCurve(double[] positives, double[] negatives) {
    double[] sorted = negatives.clone();
    Arrays.sort(sorted);
    double wins = 0;
    for (double positive : positives) {
      wins += (countBelow(sorted, positive, false) + countBelow(sorted, positive, true)) / 2.0;
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
  public static double areaUnderPrecisionRecall(double[] positives, double[] negatives) {
    double[] right = positives.clone();
    double[] wrong = negatives.clone();
    Arrays.sort(right);
    Arrays.sort(wrong);
    double sum = 0;
    for (double score : right) {
      double found = right.length - countBelow(right, score, false);
      double misled = wrong.length - countBelow(wrong, score, false);
      sum += found / (found + misled);
    }
    return sum / right.length;
  }

  private static int countBelow(double[] sorted, double bound, boolean orEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < bound || (orEqual && sorted[middle] == bound)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** MAE, in the unit of the ratings. */
  public static double meanAbsoluteError(double[] predicted, double[] actual) {
    double sum = 0;
    for (int i = 0; i < actual.length; i++) {
      sum += Math.abs(predicted[i] - actual[i]);
    }
    return sum / actual.length;
  }

  /** RMSE, in the unit of the ratings. */
  public static double rootMeanSquareError(double[] predicted, double[] actual) {
    double sum = 0;
    for (int i = 0; i < actual.length; i++) {
      double error = predicted[i] - actual[i];
      sum += error * error;
    }
    return Math.sqrt(sum / actual.length);
  }
}
