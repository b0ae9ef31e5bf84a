package org.metarec.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogisticTest {
  private static final Percentage CLOSE = withinPercentage(1e-6);

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void itAgreesWithTheFunctionsOfTheJdk(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Logistic logistic = new Logistic();
    for (double range : new double[] {1e-6, 1, 10, 100, 699}) {
      double x = random.nextDouble(-range, range);
      logistic.at(x);
      assertThat(logistic.sigmoid()).isCloseTo(1 / (1 + Math.exp(-x)), CLOSE);
      assertThat(logistic.softplus())
          .isCloseTo(Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), CLOSE);
      assertThat(Logistic.exp(-Math.abs(x))).isCloseTo(Math.exp(-Math.abs(x)), CLOSE);
    }
  }

  @Test
  void farFromZeroItIsFlatOrStraight() {
    Logistic logistic = new Logistic();
    logistic.at(-1e300);
    assertThat(logistic.sigmoid()).isZero();
    assertThat(logistic.softplus()).isZero();
    logistic.at(1e300);
    assertThat(logistic.sigmoid()).isOne();
    assertThat(logistic.softplus()).isEqualTo(1e300);
    logistic.at(0);
    assertThat(logistic.sigmoid()).isEqualTo(0.5);
    assertThat(logistic.softplus()).isCloseTo(Math.log(2), within(1e-8));
  }

  @Test
  void nothingIsMadeOfNaN() {
    Logistic logistic = new Logistic();
    logistic.at(Double.NaN);
    assertThat(logistic.sigmoid()).isNaN();
    assertThat(logistic.softplus()).isNaN();
    assertThat(Logistic.exp(Double.NaN)).isNaN();
  }
}
