package org.metarec.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScanSpacesTest {
  private final ScanSpaces spaces = new ScanSpaces();

  @Test
  void anArrayIsUsedAgainByTheNextButNeverByTwoAtOnce() {
    float[] first =
        spaces.with(
            100,
            scores -> {
              assertThat(spaces.<float[]>with(100, others -> others)).isNotSameAs(scores);
              return scores;
            });

    assertThat(spaces.<float[]>with(100, scores -> scores)).isSameAs(first);
    assertThat(spaces.<float[]>with(1000, scores -> scores)).hasSizeGreaterThanOrEqualTo(1000);
  }
}
