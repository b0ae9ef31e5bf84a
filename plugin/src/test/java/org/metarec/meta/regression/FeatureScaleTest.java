package org.metarec.meta.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeatureScaleTest {

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void standardisedFeaturesHaveMeanZeroAndSpreadOne(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] items = IntStream.range(0, 5 + random.nextInt(20)).toArray();
    double mean = random.nextDouble(-50, 50);
    double[][] rows = new double[items.length][];
    for (int item : items) {
      rows[item] = new double[] {random.nextDouble(mean, mean + 3), 7, -1e9};
    }

    FeatureScale scale = FeatureScale.of(item -> rows[item], items, 2);

    double sum = 0;
    double squares = 0;
    for (int item : items) {
      float[] standard = scale.standard(rows[item]);
      assertThat(standard).hasSize(2);
      assertThat(standard[1]).as("the same for all").isZero();
      sum += standard[0];
      squares += standard[0] * standard[0];
    }
    assertThat(sum / items.length).isCloseTo(0, within(1e-4));
    assertThat(squares / items.length).isCloseTo(1, within(1e-4));
    assertThat(FeatureScale.of(scale.toArray()).standard(rows[0]))
        .containsExactly(scale.standard(rows[0]));
  }

  @Test
  void whatIsTheSameForAllSaysNothingOfAnother() {
    double[][] rows = {{-1, 7}, {1, 7}};
    FeatureScale scale = FeatureScale.of(item -> rows[item], new int[] {0, 1}, 2);
    double[][] later = {{5, 7}, {5, 9}};
    FeatureScale since = FeatureScale.of(item -> later[item], new int[] {0, 1}, 2);

    assertThat(scale.standard(scale.cut(new double[] {2, 9}))).containsExactly(2, 0);
    assertThat(scale.varying(since).standard(new double[] {2, 9})).containsExactly(2, 1);
  }

  @Test
  void whatIsFarOffIsCut() {
    double[][] rows = {{-1}, {1}};
    FeatureScale scale = FeatureScale.of(item -> rows[item], new int[] {0, 1}, 1);

    assertThat(scale.cut(new double[] {1000, 7})).containsExactly(4, 7);
    assertThat(scale.cut(new double[] {-1000})).containsExactly(-4);
    assertThat(scale.cut(new double[] {3})).containsExactly(3);
  }
}
