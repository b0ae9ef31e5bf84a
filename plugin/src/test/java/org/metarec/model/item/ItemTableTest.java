package org.metarec.model.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemTableTest {
  @Test
  void aRowComesBackAsItWasSet() {
    ItemTable table = new ItemTable(2, 3);
    float[] row = {1, 2, 3, 5, 6};

    table.setRow(1, row);

    assertThat(table.row(1)).containsExactly(row);
    assertThat(table.biases()).containsExactly(0, 3, 0);
    assertThat(table.likes()).containsExactly(ItemTable.CAME_SINCE, 5, ItemTable.CAME_SINCE);
    assertThat(table.years()).containsExactly(0, 6, 0);
    assertThat(table.isNew(1)).isFalse();
    assertThat(table.isNew(2)).isTrue();
  }

  @Test
  void aTableHasTheRowsOfItsOverlayAndTheOthersOfItsBase() {
    ItemTable base = new ItemTable(2, 3);
    ItemTable overlay = new ItemTable(2, 2);
    for (int item = 0; item < 3; item++) {
      base.setRow(item, new float[] {item, 1, 2, 5, 6});
    }
    overlay.setRow(0, new float[] {10, 11, 12, ItemTable.CAME_SINCE, 16});
    overlay.setRow(1, new float[] {20, 21, 22, 25, 26});

    ItemTable table = base.with(4, new int[] {1, 3}, overlay);

    assertThat(table.itemCount()).isEqualTo(4);
    assertThat(table.row(0)).containsExactly(0, 1, 2, 5, 6);
    assertThat(table.row(1)).containsExactly(10, 11, 12, ItemTable.CAME_SINCE, 16);
    assertThat(table.isNew(1)).isTrue();
    assertThat(table.row(2)).containsExactly(2, 1, 2, 5, 6);
    assertThat(table.row(3)).containsExactly(20, 21, 22, 25, 26);
    assertThat(table.dot(3, new float[] {1, 2})).isEqualTo(62);
    assertThat(table.scores(new int[] {0, 1, 2, 3}, new float[] {1, 2, 3}))
        .containsExactly(2 + 3 + 2, 12 + 3 + 32, 2 + 3 + 4, 22 + 3 + 62);
    assertThat(table.scores(new int[] {3}, new float[] {1, 2, 3})).containsExactly(87);
    assertThat(base.row(1)).as("the base is not touched").containsExactly(1, 1, 2, 5, 6);
  }
}
