package org.metarec.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceRotatETest {
  private static final int DIMENSION = 5;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theGradientIsThatOfTheDistance(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] head = doubles(random, 2 * DIMENSION);
    double[] phase = doubles(random, DIMENSION);
    double[] tail = doubles(random, 2 * DIMENSION);
    ReferenceRotatE.Gradient gradient = ReferenceRotatE.gradient(head, phase, tail);
    assertThat(gradient.head())
        .containsExactly(
            FiniteDifferences.gradient(x -> ReferenceRotatE.distance(x, phase, tail), head),
            within(1e-6));
    assertThat(gradient.phase())
        .containsExactly(
            FiniteDifferences.gradient(x -> ReferenceRotatE.distance(head, x, tail), phase),
            within(1e-6));
    assertThat(gradient.tail())
        .containsExactly(
            FiniteDifferences.gradient(x -> ReferenceRotatE.distance(head, phase, x), tail),
            within(1e-6));
  }

  @Test
  void theGradientIsFiniteWhereTheDistanceIsZero() {
    double[] row = {1, 0};
    assertThat(ReferenceRotatE.gradient(row, new double[] {0}, row).head()).containsExactly(0, 0);
  }

  private static double[] doubles(SplittableRandom random, int count) {
    return random.doubles(count, -1, 1).toArray();
  }
}
