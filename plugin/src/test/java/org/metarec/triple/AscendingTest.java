package org.metarec.triple;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AscendingTest {

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void bothAreFoundByCounting(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] numbers =
        random.ints(random.nextInt(20), 0, 9).asDoubleStream().sorted().toArray(); // with ties
    double bound = random.nextInt(-1, 10);

    assertThat(Ascending.below(bound, numbers))
        .isEqualTo((int) DoubleStream.of(numbers).filter(x -> x < bound).count());
    assertThat(Ascending.upTo(bound, numbers))
        .isEqualTo((int) DoubleStream.of(numbers).filter(x -> x <= bound).count());
  }

  @Test
  void endsOfAllNumbers() {
    double[] numbers = {Double.NEGATIVE_INFINITY, 0, 1};

    assertThat(Ascending.below(Double.NEGATIVE_INFINITY, numbers)).isZero();
    assertThat(Ascending.upTo(Double.NEGATIVE_INFINITY, numbers)).isEqualTo(1);
    assertThat(Ascending.below(Double.POSITIVE_INFINITY, numbers)).isEqualTo(3);
    assertThat(Ascending.upTo(Double.POSITIVE_INFINITY, new double[] {0, Double.POSITIVE_INFINITY}))
        .isEqualTo(2);
    assertThat(Ascending.below(Double.NaN, numbers)).isZero();
  }
}
