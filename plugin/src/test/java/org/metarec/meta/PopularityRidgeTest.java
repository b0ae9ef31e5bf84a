package org.metarec.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.ItemTable;

class PopularityRidgeTest {
  private static final int ITEMS = 20_000;

  /** λ = 30 against as many items bends the slope by less than a hundredth. */
  @Test
  void whatLikesFollowFromIsFound() {
    SplittableRandom random = new SplittableRandom(1);
    double[][] rows = new double[ITEMS][];
    ItemTable table = new ItemTable(0, ITEMS);
    for (int item = 0; item < ITEMS; item++) {
      rows[item] = new double[] {random.nextGaussian(), 5 + 2 * random.nextGaussian(), 7};
      double log = 3 + 0.5 * rows[item][0] - 0.2 * rows[item][1];
      table.setRow(item, new float[] {0, 0, 1, (float) Math.expm1(log), 2000});
    }

    ItemLikes likes = ItemLikes.of(table, 2);
    float[] found = PopularityRidge.fit(item -> rows[item], 3, likes);

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
      table.setRow(item, new float[] {0, 0, 1, (float) Math.expm1(log), isOld ? 1980 : 2000});
    }

    float[] found = PopularityRidge.fit(item -> rows[item], 1, ItemLikes.of(table, 2));

    assertThat(found[0]).isCloseTo(-2, within(0.1f));
  }

  @Test
  void withoutKnownItemsNothingIsExpected() {
    ItemLikes none = ItemLikes.of(new ItemTable(0, 3), 0);

    assertThat(PopularityRidge.fit(item -> new double[2], 2, none)).containsExactly(0, 0, 0);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void choleskySolvesWhatItIsGiven(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = 1 + random.nextInt(12);
    double[] factor = random.doubles((long) size * size, -1, 1).toArray();
    double[] matrix = new double[size * size];
    double[] solution = random.doubles(size, -1, 1).toArray();
    double[] rightSide = new double[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size; k++) {
          matrix[i * size + j] += factor[i * size + k] * factor[j * size + k];
        }
        matrix[i * size + j] += i == j ? 1 : 0;
        rightSide[i] += matrix[i * size + j] * solution[j];
      }
    }

    assertThat(new Cholesky(matrix, size).solve(rightSide)).containsExactly(solution, within(1e-9));
  }
}
