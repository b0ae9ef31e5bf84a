package org.metarec.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.metarec.meta.task.ItemRows;

class ItemPartsTest {

  @Test
  void onlyTheItemsOfABatchMoveAgainstTheirGradient() {
    ItemParts parts = new ItemParts(3, 2);
    ItemRows batch = new ItemRows();
    batch.rowOf(2);
    batch.rowOf(0);

    parts.step(batch, new float[] {5, -1, 0, 0.01f}, 0.1);

    // the first step of Adam has the length of the learning rate, however steep it is
    assertThat(parts.rows(batch))
        .containsExactly(new float[] {-0.1f, 0.1f, 0, -0.1f}, within(1e-4f));
    float[] untouched = {1, 1};
    parts.addTo(untouched, 1);
    assertThat(untouched).containsExactly(1, 1);
  }

  @Test
  void whatNothingSpeaksForFadesAway() {
    ItemParts parts = new ItemParts(1, 1);
    ItemRows batch = new ItemRows();
    batch.rowOf(0);
    parts.step(batch, new float[] {1}, 0.5);
    for (int step = 0; step < 10_000; step++) {
      parts.step(batch, new float[] {0}, 1e-6);
    }

    assertThat(parts.rows(batch)[0]).isCloseTo(0, within(1e-3f));
  }
}
