package org.metarec.meta.inner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.metarec.path.PathIndex;
import org.metarec.path.UserPaths;

class SupportSetTest {
  private static final SupportSet SET =
      new SupportSet(new int[] {4, 7, 9}, new float[] {Float.NaN, 5, 2});

  @Test
  void aClickCountsOneAndARatingByHowHighItIs() {
    assertThat(SET.target(0)).isEqualTo(1f);
    assertThat(SET.target(1)).isEqualTo(1.5f);
    assertThat(SET.target(2)).isZero();
  }

  /** Nobody knows how old the first is. */
  @Test
  void aClickFadesWithEachLaterOneAndNotWithoutATime() {
    PathIndex.Builder links = new PathIndex.Builder(10, 1);
    for (int item : new int[] {1, 4, 7, 9}) {
      links.link(0, item, 0, item);
    }
    float[] ratings = {Float.NaN, Float.NaN, 2, Float.NaN};

    UserPaths paths =
        new SupportSet(new int[] {1, 4, 7, 9}, ratings, 1)
            .pathsIn(links.build().fading(new float[] {0.5f}));

    assertThat(paths.clickWeight(0, 1)).isEqualTo(1);
    assertThat(paths.clickWeight(0, 4)).isEqualTo(0.5f);
    assertThat(paths.clickWeight(0, 7)).as("not liked").isZero();
    assertThat(paths.clickWeight(0, 9)).isEqualTo(1);
    assertThat(paths.totalWeight(0)).isEqualTo(2.5f);
  }

  @Test
  void pathsStartOnlyAtLikedItems() {
    assertThat(SET.pathWeight(0)).isEqualTo(1f);
    assertThat(SET.pathWeight(1)).isEqualTo(1.25f);
    assertThat(SET.pathWeight(2)).isZero();
  }
}
