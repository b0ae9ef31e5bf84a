package org.metarec.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScanSpacesTest {
  private static final int MANY = 1_000_000;
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final ScanSpaces spaces = new ScanSpaces();

  @Test
  void whoScansAloneTakesAllCoresAndWhoComesMeanwhileOne() {
    int meanwhile =
        spaces.with(
            MANY,
            first -> {
              assertThat(first.shares(MANY)).isEqualTo(Math.min(CORES, MANY >> 17));
              return spaces.with(MANY, second -> second.shares(MANY));
            });

    assertThat(meanwhile).isEqualTo(1);
    assertThat(spaces.<Integer>with(MANY, later -> later.shares(MANY)))
        .isEqualTo(Math.min(CORES, MANY >> 17));
  }

  @Test
  void aSmallTableIsNotShared() {
    assertThat(spaces.<Integer>with(1000, space -> space.shares(1000))).isEqualTo(1);
  }

  @Test
  void anArrayIsUsedAgainByTheNextButNeverByTwoAtOnce() {
    float[] first =
        spaces.with(
            100,
            space -> {
              assertThat(spaces.<float[]>with(100, ScanSpace::scores)).isNotSameAs(space.scores());
              return space.scores();
            });

    assertThat(spaces.<float[]>with(100, ScanSpace::scores)).isSameAs(first);
    assertThat(spaces.<float[]>with(MANY, ScanSpace::scores)).hasSizeGreaterThanOrEqualTo(MANY);
  }
}
