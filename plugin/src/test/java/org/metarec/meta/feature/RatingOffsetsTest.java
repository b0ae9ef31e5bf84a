package org.metarec.meta.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.metarec.testing.Clicks;
import org.metarec.triple.time.Interactions;

class RatingOffsetsTest {
  private static final float CLICK = Float.NaN;

  private static RatingOffsets of(int[] items, float[] ratings) {
    return RatingOffsets.of(Clicks.withoutTimes(4, new int[] {0, 3, items.length}, items, ratings));
  }

  @Test
  void anItemIsAsMuchBetterThanTheMeanAsItsRatingsAndTenMoreAtTheMeanAre() {
    RatingOffsets offsets =
        of(new int[] {0, 1, 2, 0, 1, 2}, new float[] {5, 2, CLICK, 4, 1, CLICK}); // mean 3

    assertThat(offsets.of(0)).isCloseTo((2 + 1) / 12f, within(1e-6f));
    assertThat(offsets.of(1)).isCloseTo((-1 - 2) / 12f, within(1e-6f));
    assertThat(offsets.areEqual()).isFalse();
  }

  @Test
  void whatNobodyRatedIsLikeTheMean() {
    RatingOffsets offsets =
        of(new int[] {0, 1, 2, 0, 1, 2}, new float[] {5, 2, CLICK, 4, 1, CLICK});

    assertThat(offsets.of(2)).isZero();
    assertThat(offsets.of(3)).isZero();
  }

  @Test
  void clicksAloneAndEqualRatingsTellNothingApart() {
    Interactions clicks = Clicks.of(4, new int[] {0, 3}, new int[] {0, 1, 2});

    assertThat(RatingOffsets.of(clicks).areEqual()).isTrue();
    assertThat(of(new int[] {0, 1, 2, 0}, new float[] {4, 4, CLICK, 4}).areEqual()).isTrue();
    assertThat(RatingOffsets.none(4).areEqual()).isTrue();
  }
}
