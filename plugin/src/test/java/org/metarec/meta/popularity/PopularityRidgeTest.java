package org.metarec.meta.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.item.ItemTable;
import org.metarec.triple.Progress;

class PopularityRidgeTest {
  private static final int ITEMS = 20_000;

  private static float[] fit(IntFunction<float[]> rows, int length, ItemLikes likes) {
    return PopularityRidge.of(rows, length, likes, Progress.NONE).coefficients();
  }

  /** λ = 30 against as many items bends the slope by less than a hundredth. */
  @Test
  void whatLikesFollowFromIsFound() {
    SplittableRandom random = new SplittableRandom(1);
    float[][] rows = new float[ITEMS][];
    ItemTable table = new ItemTable(0, ITEMS);
    for (int item = 0; item < ITEMS; item++) {
      rows[item] = new float[] {(float) random.nextGaussian(), (float) random.nextGaussian(), 0};
      double log = 3 + 0.5 * rows[item][0] - 0.4 * rows[item][1];
      table.setRow(item, new float[] {0, (float) Math.expm1(log), 2000});
    }

    ItemLikes likes = ItemLikes.of(table, 2);
    float[] found = fit(item -> rows[item], 3, likes);

    // a feature that is the same of all items says nothing; 3 less the mean of 2 is left
    assertThat(found).containsExactly(new float[] {0.5f, -0.4f, 0, 1}, within(0.01f));
    float expected = PopularityRidge.expected(new float[] {2, 1, 0}, found);
    assertThat(expected).isCloseTo(1 + 1 - 0.4f, within(0.02f));
  }

  @Test
  void recentItemsCountMost() {
    ItemTable table = new ItemTable(0, 2000);
    float[][] rows = new float[2000][];
    for (int item = 0; item < rows.length; item++) {
      boolean isOld = item % 2 == 0;
      rows[item] =
          new float[] {item / 2 % 2 * 2 - 1}; // helped the old items, hurts the recent ones
      double log = (rows[item][0] > 0) == isOld ? 3 : 1;
      table.setRow(item, new float[] {0, (float) Math.expm1(log), isOld ? 1980 : 2000});
    }

    float[] found = fit(item -> rows[item], 1, ItemLikes.of(table, 2));

    assertThat(found[0]).isCloseTo(-1, within(0.05f));
  }

  /** Else all others would be of long ago beside it, and count for nothing. */
  @ParameterizedTest
  @CsvSource({"2016, 10, 2099", "1960, 60, 2030", "1960, 60, 2049", "1900, 90, 2015"})
  void anItemThatIsDatedAheadDoesNotSilenceTheOthers(int first, int years, int ahead) {
    ItemTable table = new ItemTable(0, 10_001);
    float[][] rows = new float[10_001][];
    for (int item = 0; item < rows.length; item++) {
      rows[item] = new float[] {item % 2 * 2 - 1};
      float likes = (float) Math.expm1(item % 2 == 1 ? 3 : 1);
      table.setRow(item, new float[] {0, likes, item == 10_000 ? ahead : first + item % years});
    }

    float[] found = fit(item -> rows[item], 1, ItemLikes.of(table, 2));

    assertThat(found[0]).isCloseTo(1, within(0.15f));
  }

  @Test
  void noExpectationIsFurtherFromTheMeanThanFive() {
    float[] coefficients = {1, 0};

    assertThat(PopularityRidge.expected(new float[] {1e9f}, coefficients)).isEqualTo(5);
    assertThat(PopularityRidge.expected(new float[] {-1e9f}, coefficients)).isEqualTo(-5);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void ofAKnownItemIsExpectedWhatTheOthersTell(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] rows = new float[60][];
    float[][] likes = new float[rows.length][];
    for (int item = 0; item < rows.length; item++) {
      rows[item] = new float[] {(float) random.nextGaussian(), (float) random.nextGaussian()};
      likes[item] = new float[] {0, random.nextInt(1, 50), 2000 + random.nextInt(3)};
    }
    float[] expected = expected(rows, likes);
    for (int item = 0; item < rows.length; item++) {
      float[][] others = likes.clone();
      others[item] = new float[] {0, ItemTable.NOBODY, likes[item][2]};
      assertThat(expected[item]).isCloseTo(expected(rows, others)[item], within(1e-5f));
    }
  }

  private static float[] expected(float[][] rows, float[][] likes) {
    ItemTable table = new ItemTable(0, rows.length);
    for (int item = 0; item < rows.length; item++) {
      table.setRow(item, likes[item]);
    }
    ItemLikes ofTable = ItemLikes.of(table, 2);
    PopularityRidge ridge =
        PopularityRidge.of(item -> rows[item], rows[0].length, ofTable, Progress.NONE);
    float[] expected = new float[rows.length];
    for (int item = 0; item < rows.length; item++) {
      expected[item] = ridge.expectedByOthers(item, rows[item]);
    }
    return expected;
  }

  @Test
  void withoutKnownItemsNothingIsExpected() {
    ItemLikes none = ItemLikes.of(new ItemTable(0, 3), 0);

    assertThat(fit(item -> new float[2], 2, none)).containsExactly(0, 0, 0);
  }
}
