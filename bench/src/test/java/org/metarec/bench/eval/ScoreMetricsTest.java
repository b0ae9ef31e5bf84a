package org.metarec.bench.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreMetricsTest {
  private static final Offset<Double> ROUNDING = within(1e-12);

  @Test
  void theDiscountedGainFallsWithTheLogarithmOfTheRank() {
    double[] ranks = {1, 3, 11};
    assertThat(ScoreMetrics.discountedGainAt(10, ranks)).isCloseTo(1.5 / 3, ROUNDING);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theAreaIsTheShareOfPairsInTheRightOrder(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] positives = random.ints(9, 0, 6).asDoubleStream().toArray(); // six values, so many tie
    double[] negatives = random.ints(13, 0, 6).asDoubleStream().sorted().toArray();
    double wins = 0;
    for (double positive : positives) {
      for (double negative : negatives) {
        wins += (Math.signum(positive - negative) + 1) / 2;
      }
    }
    assertThat(ScoreMetrics.areaUnderCurve(positives, negatives))
        .isCloseTo(wins / (9 * 13), ROUNDING);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void averagePrecisionIsTheAreaUnderTheStepsOfPrecisionAndRecall(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] positives = random.ints(9, 0, 6).asDoubleStream().toArray();
    double[] negatives = random.ints(13, 0, 6).asDoubleStream().toArray();
    double area = 0;
    double recallBefore = 0;
    for (int threshold = 5; threshold >= 0; threshold--) {
      int least = threshold;
      double found = Arrays.stream(positives).filter(score -> score >= least).count();
      double misled = Arrays.stream(negatives).filter(score -> score >= least).count();
      if (found > 0) {
        area += (found / 9 - recallBefore) * found / (found + misled);
        recallBefore = found / 9;
      }
    }
    assertThat(ScoreMetrics.areaUnderPrecisionRecall(positives, negatives))
        .isCloseTo(area, ROUNDING);
  }

  @Test
  void averagePrecisionOfTheFirstPlacesIsOneAndOfTiesTheShareOfTheTruth() {
    double[] high = {3, 2};
    double[] low = {1, 1, 0};
    assertThat(ScoreMetrics.areaUnderPrecisionRecall(high, low)).isEqualTo(1);
    assertThat(ScoreMetrics.areaUnderPrecisionRecall(new double[2], new double[3]))
        .isEqualTo(2 / 5.0);
  }

  @Test
  void errorsOfRatingsAreMeans() {
    double[] predicted = {3, 5};
    double[] actual = {2, 2};
    assertThat(ScoreMetrics.meanAbsoluteError(predicted, actual)).isEqualTo(2);
    assertThat(ScoreMetrics.rootMeanSquareError(predicted, actual))
        .isCloseTo(Math.sqrt(5), ROUNDING);
  }

  @Test
  void aRankCountsThoseAboveAndHalfOfThoseEqual() {
    double[] others = {1, 2, 2, 3};
    assertThat(ScoreMetrics.rankAmong(2, others)).isEqualTo(3); // one above, two equal
    assertThat(ScoreMetrics.rankAmong(4, others)).isEqualTo(1);
    assertThat(ScoreMetrics.rankAmong(0, others)).isEqualTo(5);
  }

  @Test
  void pairAccuracyIsTheShareOfPairsInOrderAndHalfOfThoseTied() {
    double[] actual = {1, 2, 3, 3};
    double[] predicted = {1, 2, 2, 0}; // (2,1) and (3,1) right, (3,2) tied; the last below both
    assertThat(ScoreMetrics.pairAccuracy(predicted, actual)).hasValue(2.5 / 5);
    assertThat(ScoreMetrics.pairAccuracy(predicted, new double[] {4, 4, 4, 4})).isEmpty();
  }

  @Test
  void theGradedGainIsThatOfTheFirstByPredictionOverThatOfTheBest() {
    double[] actual = {3, 1, 2};
    double[] predicted = {0.1, 0.9, 0.5}; // ranks the 1 first, then the 2
    double second = Math.log(2) / Math.log(3);
    assertThat(ScoreMetrics.gradedGainAt(2, predicted, actual))
        .isCloseTo((1 + 3 * second) / (7 + 3 * second), ROUNDING);
    assertThat(ScoreMetrics.gradedGainAt(2, actual, actual)).isEqualTo(1);
  }

  @Test
  void ofEqualPredictionsTheOneGivenFirstRanksFirst() {
    double[] actual = {1, 3};
    assertThat(ScoreMetrics.gradedGainAt(1, new double[2], actual)).isCloseTo(1 / 7.0, ROUNDING);
  }
}
