package org.metarec.triple.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InteractionClockTest {
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  @Test
  void itShowsTheShareOfInteractionsThatCameBefore() {
    InteractionClock clock = InteractionClock.of(new double[] {7, NEVER, 5, Double.NaN, 7});

    assertThat(clock.at(NEVER)).isZero();
    assertThat(clock.at(5)).isEqualTo(1 / 4.0);
    assertThat(clock.at(7)).isEqualTo(2 / 4.0);
    assertThat(clock.at(8)).isEqualTo(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void atTheMomentOfWhatItShowsItShowsThat(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int count = random.nextInt(1, 100);
    InteractionClock clock = InteractionClock.of(random.doubles(count).toArray());

    double shown = random.nextDouble();
    assertThat(clock.at(clock.momentOf(shown))).isCloseTo(shown, within(1.0 / count));
    assertThat(clock.momentOf(-shown)).isEqualTo(NEVER);
  }

  @Test
  void ofAllTimeThereIsNoFirstMoment() {
    InteractionClock clock = InteractionClock.of(new double[] {NEVER, 5, 7});

    assertThat(clock.momentOf(NEVER)).isEqualTo(NEVER);
  }

  @Test
  void withoutInteractionsItDoesNotRun() {
    InteractionClock clock = InteractionClock.of(new double[0]);

    assertThat(clock.at(1)).isZero();
    assertThat(clock.momentOf(0.5)).isEqualTo(NEVER);
  }
}
