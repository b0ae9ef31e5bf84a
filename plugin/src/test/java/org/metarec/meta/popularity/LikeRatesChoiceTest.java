package org.metarec.meta.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.testing.Clicks;
import org.metarec.testing.RollingCatalogue;
import org.metarec.triple.Progress;
import org.metarec.triple.time.Interactions;

class LikeRatesChoiceTest {
  private static LikeRates rates(double life, long seed) {
    return LikeRates.of(Clicks.oneByOne(RollingCatalogue.likes(life, seed)), Progress.NONE);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void whereItemsAreLikedForAWhileTheMemoryIsAboutAsLong(long seed) {
    assertThat(rates(0.1, seed).memory()).isBetween(0.05, 0.25);
  }

  /** Their rates are then those of an exponential distribution, whose shape is 1. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void whereItemsAreLikedForEverHardlyAnythingIsForgotten(long seed) {
    LikeRates rates = rates(Double.POSITIVE_INFINITY, seed);

    assertThat(rates.memory()).isGreaterThanOrEqualTo(0.5);
    assertThat(rates.likesFade() || rates.equals(LikeRates.LASTING)).isTrue();
    assertThat(rates.shape()).isBetween(0.25, 4.0);
  }

  /** As after a bulk load, or where nobody said when. */
  @Test
  void atOneMomentNothingIsForgotten() {
    Interactions likes = RollingCatalogue.likes(0.05, 1);

    assertThat(LikeRates.of(Clicks.atOnce(likes), Progress.NONE)).isEqualTo(LikeRates.LASTING);
    assertThat(LikeRates.of(likes, Progress.NONE)).isEqualTo(LikeRates.LASTING);
  }

  /** Of ten catalogues half a memory or more is best in most, but by less than is to be noticed. */
  @Test
  void whatLastsIsSeldomForgottenByChance() {
    long lasting =
        LongStream.range(0, 10)
            .filter(seed -> !rates(Double.POSITIVE_INFINITY, seed).likesFade())
            .count();

    assertThat(lasting).isGreaterThanOrEqualTo(7);
  }

  /** What a few likes tell of an item is chance then, and forgetting them is no remedy. */
  @Test
  void whereAllItemsAreLikedAlikeNothingIsForgotten() {
    long lasting =
        LongStream.range(0, 10)
            .mapToObj(seed -> new SplittableRandom(seed).ints(2800, 0, 400).toArray())
            .map(items -> Clicks.oneEach(400, items))
            .map(likes -> LikeRates.of(Clicks.oneByOne(likes), Progress.NONE))
            .filter(LikeRates.LASTING::equals)
            .count();

    assertThat(lasting).isGreaterThanOrEqualTo(9);
  }

  /** Nothing can be learned from the last few likes alone. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void aMemoryHoldsFiveHundredLikes(long seed) {
    assertThat(rates(0.01, seed).memory()).isBetween(500.0 / RollingCatalogue.LIKES, 0.1);
  }

  /** As after a bulk load of half of all: of the moments within it nobody says anything. */
  @Test
  void aMemoryIsNotShorterThanTheLastMoment() {
    Interactions likes = RollingCatalogue.likes(0.05, 2);
    double[] times =
        IntStream.range(0, RollingCatalogue.LIKES)
            .mapToDouble(i -> Math.min(i, RollingCatalogue.LIKES / 2))
            .toArray();
    LikeRates rates = LikeRates.of(Clicks.at(likes, times), Progress.NONE);

    assertThat(rates.memory()).isGreaterThanOrEqualTo(0.5);
  }

  /** Each item has two interactions, and the first is taken for a like. */
  @ParameterizedTest
  @ValueSource(floats = {1, 5})
  void whereNothingIsLikedTwiceNothingIsForgotten(float second) {
    int[] items = IntStream.range(0, 4000).map(i -> i % 2000).toArray();
    float[] ratings = new float[4000];
    Arrays.fill(ratings, 0, 2000, 1);
    Arrays.fill(ratings, 2000, 4000, second);
    int[] ofUsers = IntStream.rangeClosed(0, 4000).toArray();
    Interactions once = Clicks.withoutTimes(2000, ofUsers, items, ratings);

    assertThat(LikeRates.of(Clicks.oneByOne(once), Progress.NONE)).isEqualTo(LikeRates.LASTING);
  }
}
