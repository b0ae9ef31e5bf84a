package org.metarec.eval;

import java.util.Arrays;

/** Figures that say how good rankings are. Ranks count from 1; ties may give halves. */
public final class RankingMetrics {

  private RankingMetrics() {}

  /**
   * A rank from 1. Of answers that score the same half count as better: the mean over all orders of
   * them, so that a model that scores all alike gains nothing (on ties: Berrendorf et al. 2020,
   * arXiv:2002.06914).
   *
   * @param better others that score better
   * @param equal others that score the same
   */
  public static double rank(long better, long equal) {
    return 1 + better + equal / 2.0;
  }

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
}
