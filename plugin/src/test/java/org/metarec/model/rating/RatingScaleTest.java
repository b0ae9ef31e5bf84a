package org.metarec.model.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RatingScaleTest {
  private static final RatingScale STARS = scale(1, 2, 3, 4, 5, 5);

  private static RatingScale scale(double... ratings) {
    return RatingScale.of(() -> DoubleStream.of(ratings));
  }

  @Test
  void ratingsAreMappedToOneToFiveAndBack() {
    RatingScale ten = scale(0, 10, 5);

    assertThat(ten.toModel(0)).isEqualTo(1);
    assertThat(ten.toModel(10)).isEqualTo(5);
    assertThat(ten.mean()).isEqualTo(3);
    assertThat(ten.toGraph(ten.toModel(7.5))).isCloseTo(7.5, within(1e-6));
    assertThat(ten.toGraph(9)).isEqualTo(10); // clipped to what was seen
    assertThat(ten.toGraph(-9)).isZero();
  }

  @Test
  void ratingsThatDoNotDifferMakeNoScale() {
    assertThat(scale(4, 4)).isEqualTo(RatingScale.NONE);
    assertThat(scale()).isEqualTo(RatingScale.NONE);
    assertThat(RatingScale.NONE.exists()).isFalse();
    assertThat(STARS.exists()).isTrue();
  }

  @Test
  void ratingsBeyondAllMeasureGiveFinitePredictions() {
    RatingScale wild = scale(1e308, 1e308, -1e308, 4);

    assertThat(wild.toModel(1e308)).isEqualTo(5);
    assertThat(wild.toModel(-1e308)).isEqualTo(1);
    assertThat(wild.mean()).isBetween(1.0, 5.0);
    for (double expected : new double[] {1, 2.2, 3, 5}) {
      assertThat(wild.predicted(expected)).isBetween(-1e308, 1e308);
    }
  }

  @Test
  void wholeAndHalfStarsAreStepsApart() {
    assertThat(STARS.steps()).isEqualTo(4);
    assertThat(scale(5, 0.5, 3.5, 4, 1.5, 0.5).steps()).isEqualTo(9);
    assertThat(scale(0.1, 0.2, 0.3, 0.1 + 0.2, 0.7).steps()).isEqualTo(6);
    assertThat(scale(1, 2, 5).steps()).as("nobody gave three or four").isEqualTo(4);
    assertThat(scale(0, 1, 1).steps()).as("thumbs up or down").isZero();
    assertThat(scale(0, Math.E, Math.PI).steps()).isZero();
    assertThat(scale(DoubleStream.iterate(0, x -> x + 1).limit(101).toArray()).steps()).isZero();
  }

  @Test
  void aPredictionIsDrawnToTheNearestStar() {
    assertThat(STARS.predicted(3.4)).isCloseTo(3.3, within(1e-9));
    assertThat(STARS.predicted(3.6)).isCloseTo(3.7, within(1e-9));
    assertThat(STARS.predicted(4)).isEqualTo(4);
    assertThat(STARS.predicted(9)).isEqualTo(5);
  }

  @Test
  void wherePeopleRateFreelyTheMeanIsPredicted() {
    RatingScale free = scale(0, Math.E, Math.PI, 4);

    assertThat(free.predicted(3.4)).isEqualTo(free.toGraph(3.4));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void moreIsPredictedWhereMoreIsExpected(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double less = random.nextDouble(1, 5);
    double more = random.nextDouble(less, 5);

    assertThat(STARS.predicted(more)).isGreaterThan(STARS.predicted(less));
  }

  /** Of stars that are what was felt, rounded, the median is the star nearest to the mean. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void wholeStarsAreMissedByLess(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double expected = random.nextDouble(2.55, 3.45);
    double ofMean = 0;
    double ofPrediction = 0;
    for (int user = 0; user < 10_000; user++) {
      double star = Math.rint(expected + random.nextDouble(-1, 1));
      ofMean += Math.abs(star - expected);
      ofPrediction += Math.abs(star - STARS.predicted(expected));
    }
    assertThat(ofPrediction).isLessThan(ofMean);
  }
}
