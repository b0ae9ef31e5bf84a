package org.metarec.bench.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.metarec.bench.eval.UserPredictions.Answer;

class UserMeansTest {
  private static final Offset<Double> ROUNDING = within(1e-12);

  /** One item liked and one not, ratings off by 1 and by 2; the liked one loses to one of four. */
  private static final UserPredictions RATER =
      new UserPredictions(
          List.of(new Answer(2, 4, 5, true), new Answer(9, 3, 1, false)),
          new double[] {3, 1, 0, 0});

  /** Clicks without ratings: ranks 1 and 12.5 of 13. */
  private static final UserPredictions CLICKER =
      new UserPredictions(
          List.of(
              new Answer(7, Double.NaN, Double.NaN, true),
              new Answer(1, Double.NaN, Double.NaN, true)),
          new double[] {2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1});

  /** Likes nothing of what was held back. */
  private static final UserPredictions GRUMBLER =
      new UserPredictions(List.of(new Answer(1, 2, 1, false)), new double[] {1});

  private static final UserMeans MEANS = new UserMeans(List.of(RATER, CLICKER, GRUMBLER));

  private static void assertMean(ColdStartMetric metric, int users, double mean) {
    assertThat(MEANS.users(metric)).isEqualTo(users);
    assertThat(MEANS.mean(metric).orElseThrow()).isCloseTo(mean, ROUNDING);
  }

  @Test
  void errorsAreThoseOfUsersWithRatings() {
    assertMean(ColdStartMetric.MAE, 2, (1.5 + 1) / 2);
    assertMean(ColdStartMetric.RMSE, 2, (Math.sqrt(2.5) + 1) / 2);
    assertMean(ColdStartMetric.NDCG_5, 2, 1);
  }

  @Test
  void pairsNeedTwoDifferentRatings() {
    assertMean(ColdStartMetric.PAUC, 1, 1);
  }

  @Test
  void ranksAreThoseOfPositivesAmongTheNegativesAlone() {
    assertMean(ColdStartMetric.AUC, 2, (3 / 4.0 + 12.5 / 24) / 2);
    assertMean(ColdStartMetric.HR_10, 2, (1 + 0.5) / 2);
    assertMean(ColdStartMetric.NDCG_10, 2, (Math.log(2) / Math.log(3) + 0.5) / 2);
  }

  @Test
  void theStandardErrorIsThatOfTheMean() {
    // hit rates 1 and 1/2: variance 1/16, root of half of it
    assertThat(MEANS.standardError(ColdStartMetric.HR_10)).isCloseTo(Math.sqrt(1 / 32.0), ROUNDING);
  }

  @Test
  void whatNobodyHasIsEmpty() {
    assertThat(new UserMeans(List.of(CLICKER)).mean(ColdStartMetric.MAE)).isEmpty();
  }
}
