package org.metarec.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.metarec.triple.Interactions;

class RatingOffsetsTest {
  /** Two users rate item 0 with 5, one rates item 1 with 2 and clicks item 2. */
  private static final Interactions RATED =
      new Interactions(
          3, true, new int[] {0, 1, 4}, new int[] {0, 0, 1, 2}, new float[] {5, 5, 2, Float.NaN});

  @Test
  void theMeanIsThatOfTheRatingsAlone() {
    assertThat(RatingOffsets.mean(RATED)).isCloseTo(4, within(1e-12));
  }

  @Test
  void withoutRatingsTheMeanIsTheMiddleOfTheScale() {
    Interactions clicks =
        new Interactions(1, true, new int[] {0, 1}, new int[] {0}, new float[] {Float.NaN});

    assertThat(RatingOffsets.mean(clicks)).isEqualTo(3);
  }

  @Test
  void anItemsOffsetIsShrunkTowardsZero() {
    assertThat(RatingOffsets.ofItems(RATED, 4))
        .containsExactly(new float[] {2f / 7, -2f / 6, 0}, within(1e-6f));
  }
}
