package org.metarec.meta.inner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SupportSetTest {
  private static final SupportSet SET =
      new SupportSet(new int[] {4, 7, 9}, new float[] {Float.NaN, 5, 2});

  @Test
  void aClickCountsOneAndARatingByHowHighItIs() {
    assertThat(SET.target(0)).isEqualTo(1f);
    assertThat(SET.target(1)).isEqualTo(1.5f);
    assertThat(SET.target(2)).isZero();
  }

  @Test
  void pathsStartOnlyAtLikedItems() {
    assertThat(SET.pathWeight(0)).isEqualTo(1f);
    assertThat(SET.pathWeight(1)).isEqualTo(1.25f);
    assertThat(SET.pathWeight(2)).isZero();
  }
}
