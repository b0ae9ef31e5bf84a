package org.metarec.triple.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InteractionTimesTest {
  private static final double NOW = 1_800_000_000;

  private static double latest(double... times) {
    return new InteractionTimes(
            new int[] {0, times.length}, times, ItemArrivals.of(0, new int[0], new double[0]))
        .latest(NOW);
  }

  @Test
  void aClickThatIsDatedInTheFutureIsNotTheLast() {
    assertThat(latest(NOW - 20, NOW - 10, NOW + 1e9)).isEqualTo(NOW - 10);
    assertThat(latest(Double.NEGATIVE_INFINITY, NOW)).isEqualTo(NOW);
  }

  @Test
  void timesInMillisecondsAreTakenAsTheyAre() {
    assertThat(latest(0, 1000 * NOW - 5, 1000 * NOW)).isEqualTo(1000 * NOW);
  }

  @Test
  void withoutTimesNoneIsTheLast() {
    assertThat(latest()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(latest(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
