package org.metarec.graph.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelVersionTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T23:59:59.999Z"), ZoneId.of("Asia/Tokyo"));

  @Test
  void aVersionIsTheTimeInUtc() {
    assertThat(ModelVersion.next(CLOCK, List.of("20251231T000000.000Z")))
        .isEqualTo("20261125T235959.999Z");
  }

  @Test
  void aClockThatStandsStillOrWasSetBackStillGivesLaterVersions() {
    assertThat(ModelVersion.next(CLOCK, List.of("20261125T235959.999Z")))
        .isEqualTo("20261126T000000.000Z");
    assertThat(ModelVersion.next(CLOCK, List.of("20300101T000000.000Z", "20200101T000000.000Z")))
        .isEqualTo("20300101T000000.001Z");
  }

  @Test
  void whatIsNoVersionIsInNobodysWay() {
    assertThat(ModelVersion.next(CLOCK, List.of("v2", "30000101T000000"))) //
        .isEqualTo("20261125T235959.999Z");
  }
}
