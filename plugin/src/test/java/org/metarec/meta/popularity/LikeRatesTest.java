package org.metarec.meta.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.testing.Clicks;
import org.metarec.triple.time.Interactions;

class LikeRatesTest {
  private static final double STEP = 1e-6;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theExposureGrowsByWhatALikeOfThatAgeCounts(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LikeRates rates = new LikeRates(random.nextDouble(0.01, 2), 1);
    double age = random.nextDouble(STEP, 1);

    double slope = (rates.exposure(age + STEP) - rates.exposure(age - STEP)) / (2 * STEP);
    assertThat(slope).isCloseTo(rates.weight(age), within(1e-6));
    assertThat(rates.exposure(0)).isZero();
  }

  @Test
  void whereLikesLastAnOldOneCountsAsMuch() {
    assertThat(LikeRates.LASTING.weight(1)).isEqualTo(1);
    assertThat(LikeRates.LASTING.exposure(0.7)).isEqualTo(0.7);
    assertThat(LikeRates.LASTING.likesFade()).isFalse();
  }

  /** The prior weighs as much as a likes in a/m of the whole time. */
  @Test
  void aRateLiesBetweenTheMeanAndWhatWasSeen() {
    LikeRates rates = new LikeRates(1, 2);

    assertThat(rates.rate(0, 0, 10)).as("nothing seen").isEqualTo(10);
    assertThat(rates.rate(50, 1, 10)).isBetween(10.0, 50.0);
    assertThat(rates.rate(50_000, 1000, 10)).as("seen for long").isCloseTo(50, within(0.1));
  }

  /** Ten clicks of a user on ten items, one after the other; the item of the first was disliked. */
  @Test
  void likesCountByTheirAgeAndDislikesDoNot() {
    int[] items = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    float[] ratings = {1, 5, 5, 5, 5, 5, 5, 5, 5, 5};
    Interactions undated = Clicks.withoutTimes(10, new int[] {0, 10}, items, ratings);
    Interactions clicks = Clicks.oneByOne(undated);
    LikeRates rates = new LikeRates(0.25, 1);

    float[] likes = rates.likes(clicks);

    assertThat(likes[0]).isZero();
    assertThat(likes[9]).isCloseTo((float) Math.exp(-0.1 / 0.25), within(1e-6f));
    assertThat(likes[1] / likes[6]).isCloseTo((float) Math.exp(-0.5 / 0.25), within(1e-6f));
    assertThat(rates.likes(undated)[9])
        .as("of any moment")
        .isCloseTo((float) rates.exposure(1), within(1e-6f));
    assertThat(rates.since(clicks)).as("the third from the end is older").isEqualTo(8);
    assertThat(LikeRates.LASTING.since(clicks)).isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
