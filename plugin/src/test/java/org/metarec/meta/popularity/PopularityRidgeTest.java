package org.metarec.meta.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.regression.FeatureScale;
import org.metarec.model.taste.ItemTable;
import org.metarec.triple.Progress;

class PopularityRidgeTest {
  private static final int ITEMS = 20_000;

  private static float[] fit(IntFunction<double[]> rows, int length, ItemLikes likes) {
    FeatureScale scale = FeatureScale.of(rows, likes.known(), length);
    return PopularityRidge.of(rows, length, scale, likes, Progress.NONE).coefficients();
  }

  /** λ = 30 against as many items bends the slope by less than a hundredth. */
  @Test
  void whatLikesFollowFromIsFound() {
    SplittableRandom random = new SplittableRandom(1);
    double[][] rows = new double[ITEMS][];
    ItemTable table = new ItemTable(0, ITEMS);
    for (int item = 0; item < ITEMS; item++) {
      rows[item] = new double[] {random.nextGaussian(), 5 + 2 * random.nextGaussian(), 7};
      double log = 3 + 0.5 * rows[item][0] - 0.2 * rows[item][1];
      table.setRow(item, new float[] {0, (float) Math.expm1(log), 2000});
    }

    ItemLikes likes = ItemLikes.of(table, 2);
    float[] found = fit(item -> rows[item], 3, likes);

    // a feature that is the same of all items says nothing; 3 less the mean of 2 is left
    assertThat(found).containsExactly(new float[] {0.5f, -0.2f, 0, 1}, within(0.01f));
    float expected = PopularityRidge.expected(new double[] {2, 5, 7}, found);
    assertThat(expected).isCloseTo(1 + 1 - 1, within(0.02f));
  }

  @Test
  void recentItemsCountMost() {
    ItemTable table = new ItemTable(0, 2000);
    double[][] rows = new double[2000][];
    for (int item = 0; item < rows.length; item++) {
      boolean isOld = item % 2 == 0;
      rows[item] = new double[] {item / 2 % 2}; // helped the old items, hurts the recent ones
      double log = (rows[item][0] == 1) == isOld ? 3 : 1;
      table.setRow(item, new float[] {0, (float) Math.expm1(log), isOld ? 1980 : 2000});
    }

    float[] found = fit(item -> rows[item], 1, ItemLikes.of(table, 2));

    assertThat(found[0]).isCloseTo(-2, within(0.1f));
  }

  /** Else all others would be of long ago beside it, and count for nothing. */
  @Test
  void anItemThatIsDatedAheadByMistakeDoesNotSilenceTheOthers() {
    ItemTable table = new ItemTable(0, 1001);
    double[][] rows = new double[1001][];
    for (int item = 0; item < rows.length; item++) {
      rows[item] = new double[] {item % 2};
      float likes = (float) Math.expm1(item % 2 == 1 ? 3 : 1);
      table.setRow(item, new float[] {0, likes, item == 1000 ? 2099 : 2016 + item % 10});
    }

    float[] found = fit(item -> rows[item], 1, ItemLikes.of(table, 2));

    assertThat(found[0]).isCloseTo(2, within(0.3f));
  }

  @Test
  void noExpectationIsFurtherFromTheMeanThanFive() {
    float[] coefficients = {1, 0};

    assertThat(PopularityRidge.expected(new double[] {1e9}, coefficients)).isEqualTo(5);
    assertThat(PopularityRidge.expected(new double[] {-1e9}, coefficients)).isEqualTo(-5);
  }

  /** Two items have a value in common, and each of the others a value of its own. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void ofAKnownItemIsExpectedWhatTheOthersTell(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[40][];
    float[][] likes = new float[rows.length][];
    for (int item = 0; item < rows.length; item++) {
      rows[item] = new double[1 + rows.length];
      rows[item][0] = random.nextGaussian();
      rows[item][1 + Math.max(1, item)] = 1;
      likes[item] = new float[] {0, random.nextInt(1, 50), 2000 + random.nextInt(3)};
    }
    int[] items = IntStream.range(0, rows.length).toArray();
    FeatureScale scale = FeatureScale.of(item -> rows[item], items, 1);
    float[] expected = expected(rows, scale, likes);
    for (int item : items) {
      float[][] others = likes.clone();
      others[item] = new float[] {0, ItemTable.NOBODY, likes[item][2]};
      assertThat(expected[item]).isCloseTo(expected(rows, scale, others)[item], within(1e-5f));
    }
  }

  private static PopularityRidge ridge(double[][] rows, FeatureScale scale, float[][] likes) {
    ItemTable table = new ItemTable(0, rows.length);
    for (int item = 0; item < rows.length; item++) {
      table.setRow(item, likes[item]);
    }
    ItemLikes ofTable = ItemLikes.of(table, 2);
    return PopularityRidge.of(item -> rows[item], rows[0].length, scale, ofTable, Progress.NONE);
  }

  private static float[] expected(double[][] rows, FeatureScale scale, float[][] likes) {
    PopularityRidge ridge = ridge(rows, scale, likes);
    float[] expected = new float[rows.length];
    for (int item = 0; item < rows.length; item++) {
      expected[item] = ridge.expectedByOthers(item, rows[item]);
    }
    return expected;
  }

  /** λ = 10: of n items a value says n / (n + 10) of what sets them apart. */
  @Test
  void aValueSaysTheLessTheFewerItemsHaveIt() {
    double[][] rows = new double[2000][];
    float[][] likes = new float[rows.length][];
    for (int item = 0; item < rows.length; item++) {
      rows[item] = new double[] {item < 90 ? 1 : 0, item == 90 ? 1 : 0};
      likes[item] = new float[] {0, (float) Math.expm1(item <= 90 ? 4 : 2), 2000};
    }

    FeatureScale unscaled = FeatureScale.of(item -> rows[item], new int[] {0}, 0);
    float[] found = ridge(rows, unscaled, likes).coefficients();

    assertThat(found).containsExactly(new float[] {2 * 0.9f, 2 / 11f, 0}, within(0.02f));
  }

  @Test
  void withoutKnownItemsNothingIsExpected() {
    ItemLikes none = ItemLikes.of(new ItemTable(0, 3), 0);

    assertThat(fit(item -> new double[2], 2, none)).containsExactly(0, 0, 0);
  }
}
