package org.metarec.train.processor;

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
    for (double range : new double[] {1e-6, 1, 10, 80}) {
      double[] x = random.doubles(20, -range, range).toArray();
      double[] exponentials = x.clone();
      Logistic.exp(exponentials);
      Logistic logistic = new Logistic(x.length);
      logistic.at(x);
      for (int i = 0; i < x.length; i++) {
        assertThat(exponentials[i]).isCloseTo(Math.exp(x[i]), CLOSE);
        assertThat(logistic.sigmoid()[i]).isCloseTo(1 / (1 + Math.exp(-x[i])), CLOSE);
        assertThat(logistic.softplus()[i])
            .isCloseTo(Math.max(x[i], 0) + Math.log1p(Math.exp(-Math.abs(x[i]))), CLOSE);
      }
    }
  }

  @Test
  void farFromZeroItIsFlatOrStraight() {
    Logistic logistic = new Logistic(3);
    logistic.at(new double[] {-1e300, 0, 1e300});
    assertThat(logistic.sigmoid()[0]).isCloseTo(0, within(1e-37));
    assertThat(logistic.softplus()[0]).isCloseTo(0, within(1e-37));
    assertThat(logistic.sigmoid()[1]).isCloseTo(0.5, within(1e-8));
    assertThat(logistic.softplus()[1]).isCloseTo(Math.log(2), within(1e-8));
    assertThat(logistic.sigmoid()[2]).isOne();
    assertThat(logistic.softplus()[2]).isEqualTo(1e300);
  }

  @Test
  void nothingIsMadeOfNaN() {
    Logistic logistic = new Logistic(1);
    double[] x = {Double.NaN};
    logistic.at(x);
    assertThat(logistic.sigmoid()[0]).isNaN();
    assertThat(logistic.softplus()[0]).isNaN();
    Logistic.exp(x);
    assertThat(x[0]).isNaN();
  }
}
