package org.metarec.eval;

import java.util.OptionalDouble;

/**
 * The figures of a cold-start test, each of one user; a test's is the mean over users. Those of
 * ratings as in Lee et al., "MeLU", KDD 2019; those of clicks by ranks among sampled negatives, as
 * in He et al., "Neural Collaborative Filtering", WWW 2017.
 */
public enum ColdStartMetric {
  /** Of the predicted ratings, in their unit. */
  MAE("mae"),
  /** Of the predicted ratings, in their unit. */
  RMSE("rmse"),
  /** Of the rated items held back, ranked by predicted rating; in [0, 1]. */
  NDCG_5("ndcg@5"),
  /** Pairs of rated items held back that the predicted ratings put in order; in [0, 1]. */
  PAUC("pauc"),
  /** Of positives against negatives, by score; in [0, 1]. */
  AUC("auc"),
  /** Positives that rank among the first ten, each put among the negatives alone; in [0, 1]. */
  HR_10("hr@10"),
  /** By the same ranks; in [0, 1]. */
  NDCG_10("ndcg@10");

  private final String printedName;

  ColdStartMetric(String printedName) {
    this.printedName = printedName;
  }

  /** As benchmarks print it. */
  public String printedName() {
    return printedName;
  }

  /** Empty where the user's items do not tell. */
  OptionalDouble of(UserPredictions user) {
    return switch (this) {
      case MAE -> user.ofRatings(RankingMetrics::meanAbsoluteError);
      case RMSE -> user.ofRatings(RankingMetrics::rootMeanSquareError);
      case NDCG_5 ->
          user.ofRatings((predicted, actual) -> RankingMetrics.gradedGainAt(5, predicted, actual));
      case PAUC -> user.pairAccuracy();
      case AUC -> user.ofScores(RankingMetrics::areaUnderCurve);
      case HR_10 -> user.ofRanks(ranks -> RankingMetrics.hitsAt(10, ranks));
      case NDCG_10 -> user.ofRanks(ranks -> RankingMetrics.discountedGainAt(10, ranks));
    };
  }
}
