package org.metarec.meta.outer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeightMeanTest {

  @Test
  void nothingIsLeftOfWhatWasBeforeTheFirstStep() {
    assertThat(WeightMean.share(1)).isEqualTo(1);
    assertThat(WeightMean.left(0, 0)).isZero();
    assertThat(WeightMean.left(0, 7)).isZero();
  }

  @Test
  void manyStepsLeaveWhatEachOfThemLeaves() {
    for (int from = 1; from < 20; from++) {
      double left = 1;
      assertThat(WeightMean.left(from, from)).isEqualTo(left);
      for (int step = from + 1; step <= 40; step++) {
        left *= 1 - WeightMean.share(step);
        assertThat(WeightMean.left(from, step)).isCloseTo(left, within(1e-12));
      }
    }
  }

  @Test
  void ofTheFirstHalfOfManyStepsASixteenthIsLeft() {
    assertThat(WeightMean.left(5000, 10_000)).isCloseTo(1 / 16.0, within(1e-4));
  }
}
