package org.metarec.model.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.kernel.Kernel;
import org.metarec.model.kernel.ScanKernel;
import org.metarec.testing.RandomTables;

class CoarseRowsTest {
  private static final int ITEMS = CoarseRows.BLOCK + 100;

  private static final ScanKernel KERNEL = Kernel.PLAIN.scan();

  private static CoarseRows rows(ItemTable table) {
    return table.coarse(KERNEL.tile());
  }

  private static float[] scores(ItemTable table, CoarseWeights weights) {
    float[] scores = new float[table.itemCount()];
    KERNEL.coarseScores(rows(table), weights, table.biases(), scores, 1);
    return scores;
  }

  /** Coordinates and weights of any size, the same in all rows here and there. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void noScoreIsFurtherFromTheTruthThanItSays(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int width = 1 + random.nextInt(40);
    ItemTable table = new ItemTable(width, ITEMS);
    float[] scale = RandomTables.floats(random, width);
    float[] shift = RandomTables.floats(random, width);
    float[] weights = RandomTables.floats(random, width + 1);
    for (int k = 0; k < width; k++) {
      scale[k] = random.nextInt(5) == 0 ? 0 : (float) Math.exp(6 * scale[k]);
      weights[k] *= (float) Math.exp(6 * random.nextDouble(-1, 1));
    }
    for (int item = 0; item < ITEMS; item++) {
      float[] row = RandomTables.floats(random, ItemTable.rowLength(width));
      for (int k = 0; k < width; k++) {
        row[k] = row[k] * scale[k] + shift[k];
      }
      table.setRow(item, row);
    }
    CoarseWeights coarse = rows(table).weights(weights);

    float[] scores = scores(table, coarse);

    for (int item = 0; item < ITEMS; item++) {
      double truth = table.bias(item) + table.dot(item, weights) + weights[width];
      assertThat(Math.abs(scores[item] - truth)).isLessThanOrEqualTo(coarse.error());
    }
    double sum = 0;
    for (int k = 0; k < width; k++) {
      sum += Math.abs(weights[k]) * (scale[k] / 127 + 1e-5 * Math.abs(shift[k]));
    }
    assertThat(coarse.error()).as("not far more than half a step").isLessThan(sum + 1e-5);
  }

  @Test
  void rowsThatAreAlikeHaveTheirScoresAsTheyAre() {
    ItemTable table = new ItemTable(3, 2);
    table.setRow(0, new float[] {0.125f, -2, 3, 0.25f, 0, 0});
    table.setRow(1, new float[] {0.125f, -2, 3, 0.5f, 0, 0});

    float[] scores = scores(table, rows(table).weights(new float[] {1, 1, 1, 2}));

    assertThat(scores).containsExactly(0.25f + 3.125f, 0.5f + 3.125f);
  }

  /** Of which each is less than half of what a factor counts. */
  @Test
  void weightsThatAreRoundedAwayAreInTheErrorToo() {
    int width = 40;
    float half = 0.499f / 127; // of a step of coordinates from −1 to 1
    ItemTable table = new ItemTable(width, 3);
    float[] weights = new float[width + 1];
    float[] row = new float[ItemTable.rowLength(width)];
    Arrays.fill(row, 0, width, -1);
    table.setRow(0, row);
    Arrays.fill(row, 0, width, 1);
    Arrays.fill(weights, 0, width, 0.49f * 254 * width / Integer.MAX_VALUE);
    table.setRow(1, row);
    row[0] = half;
    weights[0] = 1;
    table.setRow(2, row);
    CoarseWeights coarse = rows(table).weights(weights);

    double off = table.dot(2, weights) - scores(table, coarse)[2];

    assertThat(off).isGreaterThan(half).isLessThan(coarse.error());
    assertThat(coarse.error() - half).isLessThan(2 * (off - half));
  }

  @Test
  void aNumberThatIsNoneSpoilsNoOtherRow() {
    ItemTable table = RandomTables.items(new SplittableRandom(1), ITEMS, 5);
    float[] weights = RandomTables.floats(new SplittableRandom(2), 6);
    CoarseWeights before = rows(table).weights(weights);
    ItemTable spoilt = RandomTables.items(new SplittableRandom(1), ITEMS, 5);
    for (int item = 0; item < 3; item++) {
      float[] row = spoilt.row(7 * item);
      row[0] = new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}[item];
      spoilt.setRow(7 * item, row);
    }

    float[] scores = scores(spoilt, rows(spoilt).weights(weights));

    float[] expected = scores(table, before);
    for (int item = 15; item < ITEMS; item++) {
      assertThat(scores[item]).isEqualTo(expected[item]);
    }
  }

  @Test
  void whereNothingIsWantedOnlyBiasesCount() {
    ItemTable table = RandomTables.items(new SplittableRandom(1), ITEMS, 5);
    CoarseWeights nothing = rows(table).weights(new float[6]);

    assertThat(scores(table, nothing)).isEqualTo(table.biases());
    assertThat(nothing.error()).isZero();
  }

  @Test
  void aTableWithoutRowsHasNoScores() {
    ItemTable empty = new ItemTable(4, 0);

    assertThat(scores(empty, rows(empty).weights(new float[5]))).isEmpty();
  }

  @Test
  void theRowsOfAnOverlayAreNotAmongThem() {
    ItemTable base = RandomTables.items(new SplittableRandom(1), ITEMS, 5);
    ItemTable changed = base.with(ITEMS, new int[] {0}, new ItemTable(5, 1));

    assertThat(rows(changed)).isSameAs(rows(base));
  }
}
