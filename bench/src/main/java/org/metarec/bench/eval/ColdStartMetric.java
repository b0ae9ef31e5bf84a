package org.metarec.bench.eval;

import java.util.Locale;
import java.util.OptionalDouble;
import org.metarec.eval.RankingMetrics;

/**
 * The figures of a cold-start test, each of one user; a test's is the mean over users. Those of
 * ratings as in Lee et al., "MeLU", KDD 2019; those of clicks by ranks among sampled negatives, as
 * in He et al., "Neural Collaborative Filtering", WWW 2017.
 */
public enum ColdStartMetric {
  /** Of the predicted ratings, in their unit. */
  MAE,
  /** Of the predicted ratings, in their unit. */
  RMSE,
  /** Of the rated items held back, ranked by predicted rating; in [0, 1]. */
  NDCG_5,
  /** Pairs of rated items held back that the predicted ratings put in order; in [0, 1]. */
  PAUC,
  /** Of positives against negatives, by score; in [0, 1]. */
  AUC,
  /** Positives that rank among the first ten, each put among the negatives alone; in [0, 1]. */
  HR_10,
  /** By the same ranks; in [0, 1]. */
  NDCG_10;

  /** As benchmarks print it: {@code ndcg@5}. */
  public String printedName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '@');
  }

  /** Empty where the user's items do not tell. */
  OptionalDouble of(UserPredictions user) {
    return switch (this) {
      case MAE -> user.ofRatings(ScoreMetrics::meanAbsoluteError);
      case RMSE -> user.ofRatings(ScoreMetrics::rootMeanSquareError);
      case NDCG_5 ->
          user.ofRatings((predicted, actual) -> ScoreMetrics.gradedGainAt(5, predicted, actual));
      case PAUC -> user.pairAccuracy();
      case AUC -> user.ofScores(ScoreMetrics::areaUnderCurve);
      case HR_10 -> user.ofRanks(ranks -> RankingMetrics.hitsAt(10, ranks));
      case NDCG_10 -> user.ofRanks(ranks -> ScoreMetrics.discountedGainAt(10, ranks));
    };
  }
}
