package org.metarec.meta.outer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.task.ItemRows;

class ItemOffsetsTest {

  @Test
  void onlyTheItemsOfABatchMoveAgainstTheirGradient() {
    ItemOffsets offsets = new ItemOffsets(3, 2);
    ItemRows batch = new ItemRows();
    batch.rowOf(2);
    batch.rowOf(0);

    offsets.step(batch, new float[] {5, -1, 0, 0.01f}, 0.1);

    // the first step of Adam has the length of the learning rate, however steep it is
    assertThat(offsets.rows(batch))
        .containsExactly(new float[] {-0.1f, 0.1f, 0, -0.1f}, within(1e-4f));
    float[] untouched = {1, 1};
    offsets.addTo(untouched, 1);
    assertThat(untouched).containsExactly(1, 1);
  }

  @Test
  void whatNothingSpeaksForFadesAway() {
    ItemOffsets offsets = new ItemOffsets(1, 1);
    ItemRows batch = new ItemRows();
    batch.rowOf(0);
    offsets.step(batch, new float[] {1}, 0.5);
    for (int step = 0; step < 10_000; step++) {
      offsets.step(batch, new float[] {0}, 1e-6);
    }

    assertThat(offsets.rows(batch)[0]).isCloseTo(0, within(1e-3f));
  }

  /** The mean of an item that few batches have is not walked along with every step. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void settledTheyAreTheMeanOverAllSteps(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int items = 5;
    ItemOffsets offsets = new ItemOffsets(items, 1);
    double[] means = new double[items];
    for (int step = 1; step <= 60; step++) {
      ItemRows batch = new ItemRows();
      batch.rowOf(random.nextInt(items - 1)); // the last one never moves
      offsets.step(batch, new float[] {(float) random.nextGaussian()}, 0.1);
      for (int item = 0; item < items; item++) {
        means[item] += WeightMean.share(step) * (offset(offsets, item) - means[item]);
      }
    }

    offsets.settle();

    for (int item = 0; item < items; item++) {
      assertThat(offset(offsets, item)).isCloseTo((float) means[item], within(1e-5f));
    }
    assertThat(offset(offsets, items - 1)).isZero();
  }

  private static float offset(ItemOffsets offsets, int item) {
    float[] offset = new float[1];
    offsets.addTo(offset, item);
    return offset[0];
  }
}
