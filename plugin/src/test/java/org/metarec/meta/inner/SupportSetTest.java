package org.metarec.meta.inner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.metarec.path.PathIndex;
import org.metarec.path.UserPaths;

class SupportSetTest {
  private static final SupportSet SET =
      new SupportSet(new int[] {4, 7, 9}, new float[] {Float.NaN, 5, 2}, new double[3]);

  @Test
  void aClickCountsOneAndARatingByHowHighItIs() {
    assertThat(SET.target(0)).isEqualTo(1f);
    assertThat(SET.target(1)).isEqualTo(1.5f);
    assertThat(SET.target(2)).isZero();
  }

  private static UserPaths fading(SupportSet clicks) {
    PathIndex.Builder links = new PathIndex.Builder(10, 10, 1, 0);
    for (int item = 0; item < 10; item++) {
      links.link(0, item, 0, item);
    }
    return clicks.pathsIn(links.build().fading(new float[] {0.5f}));
  }

  /** Of the first nobody knows how old it is, and the fourth is not liked. */
  @Test
  void aClickFadesWithEachLaterOneButNotWithoutATime() {
    float[] ratings = {Float.NaN, Float.NaN, Float.NaN, 2, Float.NaN};
    double[] times = {Double.NEGATIVE_INFINITY, 10, 20, 30, 40};

    SupportSet clicks = new SupportSet(new int[] {1, 4, 5, 7, 9}, ratings, times);

    UserPaths paths = fading(clicks);
    assertThat(clicks.fades()).isTrue();
    assertThat(paths.clickWeight(0, 1)).isEqualTo(1);
    assertThat(paths.clickWeight(0, 4)).isEqualTo(0.25f);
    assertThat(paths.clickWeight(0, 5)).isEqualTo(0.5f);
    assertThat(paths.clickWeight(0, 7)).isZero();
    assertThat(paths.clickWeight(0, 9)).isEqualTo(1);
    assertThat(paths.totalWeight(0)).isEqualTo(2.75f);
  }

  /** Their order is that of their keys, which means nothing. */
  @Test
  void clicksOfOneMomentFadeAlike() {
    float[] clicks = {Float.NaN, Float.NaN, Float.NaN, Float.NaN};

    UserPaths paths =
        fading(new SupportSet(new int[] {1, 4, 5, 9}, clicks, new double[] {10, 10, 20, 20}));

    assertThat(paths.clickWeight(0, 1)).isEqualTo(0.25f);
    assertThat(paths.clickWeight(0, 4)).isEqualTo(0.25f);
    assertThat(paths.clickWeight(0, 5)).isEqualTo(1);
    assertThat(paths.clickWeight(0, 9)).isEqualTo(1);
    assertThat(new SupportSet(new int[] {1, 4}, new float[] {5, 5}, new double[2]).fades())
        .isFalse();
  }

  @Test
  void pathsStartOnlyAtLikedItems() {
    assertThat(SET.pathWeight(0)).isEqualTo(1f);
    assertThat(SET.pathWeight(1)).isEqualTo(1.25f);
    assertThat(SET.pathWeight(2)).isZero();
  }
}
