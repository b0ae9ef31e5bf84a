package org.metarec.model.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HalfFloatTest {
  /** Of any size from 2⁻³⁰ to 2¹⁵. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void aNumberIsOffByNoMoreThanHalfOfItsLastBit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 1000; i++) {
      float value = (float) (random.nextDouble(-1, 1) * Math.pow(2, random.nextInt(-30, 16)));

      double off = Math.abs((double) HalfFloat.toFloat(HalfFloat.of(value)) - value);

      assertThat(off).isLessThanOrEqualTo(Math.max(0x1p-25, Math.abs(value) * 0x1p-11));
    }
  }

  @Test
  void eachHalfComesBackAsItWas() {
    IntStream.rangeClosed(Short.MIN_VALUE, Short.MAX_VALUE)
        .filter(half -> half != Short.MIN_VALUE && !Float.isNaN(HalfFloat.toFloat((short) half)))
        .forEach(
            half ->
                assertThat(HalfFloat.of(HalfFloat.toFloat((short) half))).isEqualTo((short) half));
  }

  @Test
  void numbersAreThoseOfTheStandard() {
    assertThat(HalfFloat.toFloat((short) 0x3c00)).isEqualTo(1);
    assertThat(HalfFloat.toFloat((short) 0xc000)).isEqualTo(-2);
    assertThat(HalfFloat.toFloat((short) 0x3555)).isEqualTo(0.33325195f);
    assertThat(HalfFloat.toFloat((short) 0x7bff)).isEqualTo(65504);
    assertThat(HalfFloat.toFloat((short) 0x0001)).isEqualTo(0x1p-24f);
    assertThat(HalfFloat.of(65520)).isEqualTo(HalfFloat.of(Float.POSITIVE_INFINITY));
    assertThat(HalfFloat.toFloat(HalfFloat.of(-1e9f))).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(HalfFloat.toFloat(HalfFloat.of(Float.NaN))).isNaN();
  }
}
