package org.metarec.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.item.CoarseRows;
import org.metarec.model.item.CoarseWeights;
import org.metarec.model.item.ItemTable;
import org.metarec.testing.RandomTables;

/** Plain loops and the Vector API give the same bits. */
class KernelTest {
  private static final int ROWS = 12;

  /** Random rows of a few numbers are shorter, those of many are longer. */
  private static final double CLIP = 2;

  static IntStream dimensions() {
    return IntStream.concat(IntStream.rangeClosed(1, 40), IntStream.of(64, 100, 128));
  }

  @Test
  void theVectorApiIsThereAndTaken() {
    assertThat(Kernel.VECTOR.isAvailable()).isTrue();
    assertThat(Kernel.fastest()).isEqualTo(Kernel.VECTOR);
  }

  @ParameterizedTest
  @MethodSource("dimensions")
  void distancesAreTheSame(int dimension) {
    ComplexRow[] rows = rows(dimension);
    RowKernel plain = Kernel.PLAIN.rows(dimension);
    RowKernel vector = Kernel.VECTOR.rows(dimension);
    for (ComplexRow a : rows) {
      for (ComplexRow b : rows) {
        assertThat(vector.distance(a, b)).isEqualTo(plain.distance(a, b));
      }
    }
  }

  /** Each width is scanned often enough that both are compiled before the end. */
  @ParameterizedTest
  @MethodSource("dimensions")
  void scansAreTheSame(int width) {
    SplittableRandom random = new SplittableRandom(width);
    int items = CoarseRows.BLOCK + 301; // the last of them fill neither a block nor a register
    ItemTable table = RandomTables.items(random, items, width);
    float[] exact = RandomTables.floats(random, width + 1);
    ScanKernel plainKernel = Kernel.PLAIN.scan();
    ScanKernel vectorKernel = Kernel.VECTOR.scan();
    CoarseRows plainRows = table.coarse(plainKernel.tile());
    CoarseRows vectorRows = table.coarse(vectorKernel.tile());
    CoarseWeights weights = plainRows.weights(exact);
    float[] plain = new float[items];
    float[] vector = new float[items];
    for (int i = 0; i < 20; i++) {
      plainKernel.coarseScores(plainRows, weights, table.biases(), plain, 1);
      vectorKernel.coarseScores(vectorRows, weights, table.biases(), vector, 1);
      assertThat(vector).isEqualTo(plain);
    }
    for (int item = 0; item < items; item++) {
      double expected = table.bias(item) + table.dot(item, exact) + exact[width];
      assertThat((double) plain[item]).isCloseTo(expected, within(weights.error() + 1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource(Kernel.class)
  void aScanThatCoresShareGivesTheSame(Kernel kernel) {
    SplittableRandom random = new SplittableRandom(1);
    int items = 5 * CoarseRows.BLOCK + 123;
    ItemTable table = RandomTables.items(random, items, 6);
    CoarseRows rows = table.coarse(kernel.scan().tile());
    CoarseWeights weights = rows.weights(RandomTables.floats(random, 7));
    float[] alone = new float[items];
    kernel.scan().coarseScores(rows, weights, table.biases(), alone, 1);
    for (int shares = 2; shares < 9; shares++) { // also more than there are blocks
      float[] shared = new float[items];
      kernel.scan().coarseScores(rows, weights, table.biases(), shared, shares);
      assertThat(shared).as("%d shares", shares).isEqualTo(alone);
    }
  }

  @Test
  void rowsInTilesOfTheOtherKernelAreRefused() {
    ItemTable table = RandomTables.items(new SplittableRandom(1), 3, 5);
    CoarseRows rows = table.coarse(Kernel.PLAIN.scan().tile());
    CoarseWeights weights = rows.weights(new float[6]);
    ScanKernel vector = Kernel.VECTOR.scan();

    assertThatThrownBy(() -> vector.coarseScores(rows, weights, table.biases(), new float[3], 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows lie in tiles of 1024, expected 16");
    assertThatThrownBy(() -> table.coarse(3)).hasMessage("tile 3 does not divide 1024");
  }

  @ParameterizedTest
  @MethodSource("dimensions")
  void productsOfRowsAreTheSame(int width) {
    SplittableRandom random = new SplittableRandom(width);
    float[] a = RandomTables.floats(random, width);
    float[] b = RandomTables.floats(random, width);
    float plain = Kernel.PLAIN.scan().dot(a, b);
    assertThat(Kernel.VECTOR.scan().dot(a, b)).isEqualTo(plain);
    double expected = IntStream.range(0, width).mapToDouble(k -> (double) a[k] * b[k]).sum();
    assertThat((double) plain).isCloseTo(expected, within(1e-5)); // roundings of sums below 10
  }

  /** Of a few values, so that some equal the bound, and some that are no numbers. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void bothFindTheFirstAboveABound(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = {1, 2, 3, Float.NaN, Float.NEGATIVE_INFINITY};
    float[] numbers = new float[100];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextInt(30) == 0 ? 4 : values[random.nextInt(values.length)];
    }
    int from = random.nextInt(101);
    int to = random.nextInt(from, 101);
    int expected = from;
    while (expected < to && numbers[expected] != 4) {
      expected++;
    }
    for (Kernel kernel : Kernel.values()) {
      assertThat(kernel.scan().firstAbove(3, numbers, from, to)).isEqualTo(expected);
    }
  }

  /** Often enough that both have been compiled before the end. */
  @Test
  void compiledCodeGivesTheSameBitsToo() {
    ComplexRow[] rows = rows(100);
    RowKernel plain = Kernel.PLAIN.rows(100);
    RowKernel vector = Kernel.VECTOR.rows(100);
    for (int i = 0; i < 50_000; i++) {
      ComplexRow a = rows[i % ROWS];
      ComplexRow b = rows[(i / ROWS) % ROWS];
      assertThat(vector.distance(a, b) == plain.distance(a, b)).as("call %d", i).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("dimensions")
  void gradientsAreTheSame(int dimension) {
    assertThat(gradients(dimension, Kernel.VECTOR))
        .isDeepEqualTo(gradients(dimension, Kernel.PLAIN));
  }

  /** Of all rows, after each has been compared with each. */
  private static float[][] gradients(int dimension, Kernel kernel) {
    ComplexRow[] rows = rows(dimension);
    ComplexRow[] sums = ComplexRow.atLeast(ROWS, dimension, new ComplexRow[0]);
    RowKernel rowKernel = kernel.rows(dimension);
    SplittableRandom random = new SplittableRandom(dimension);
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < ROWS; j++) { // i with itself: a difference of 0
        float slope = (float) random.nextDouble(-1, 1);
        rowKernel.addDistanceGradient(rows[i], rows[j], slope, sums[i], sums[(j + 1) % ROWS]);
      }
    }
    float[][] flat = new float[ROWS][2 * dimension];
    for (int i = 0; i < ROWS; i++) {
      sums[i].copyTo(flat[i]);
    }
    return flat;
  }

  @ParameterizedTest
  @MethodSource("dimensions")
  void stepsOfAdamAreTheSame(int width) {
    assertThat(moved(width, Kernel.VECTOR)).isEqualTo(moved(width, Kernel.PLAIN));
  }

  private static float[] moved(int width, Kernel kernel) {
    SplittableRandom random = new SplittableRandom(width);
    float[] values = RandomTables.floats(random, 3 * width);
    float[] before = values.clone();
    MomentTable table = new MomentTable(values, width, CLIP);
    RowKernel rows = kernel.rows(width);
    for (int step = 0; step < 10; step++) {
      table.beginStep(0.01);
      rows.move(table, 1, RandomTables.floats(random, width));
    }
    assertThat(Arrays.equals(values, 0, width, before, 0, width)).isTrue();
    assertThat(values[width]).isNotEqualTo(before[width]);
    return values;
  }

  private static ComplexRow[] rows(int dimension) {
    EntityTable table = RandomTables.entities(dimension, ROWS, dimension);
    ComplexRow[] rows = ComplexRow.atLeast(ROWS, dimension, new ComplexRow[0]);
    for (int i = 0; i < ROWS; i++) {
      rows[i].load(table, i);
    }
    return rows;
  }
}
