package org.metarec.meta.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BisectionTest {

  @ParameterizedTest
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void itFindsTheRootOrTheEndNextToIt(long seed) {
    double root = new SplittableRandom(seed).nextDouble(-3, 3);
    double nearest = Math.max(-2, Math.min(2, root));

    double found = Bisection.root(x -> Math.exp(root - x) - 1, -2, 2, 40);

    assertThat(found).isCloseTo(nearest, within(1e-9));
  }
}
