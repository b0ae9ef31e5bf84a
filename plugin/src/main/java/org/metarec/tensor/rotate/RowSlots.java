package org.metarec.tensor.rotate;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The rows of a table that a batch moves, each once, in ascending order; the slot of a row is its
 * place among them.
 */
final class RowSlots {
  private final int[] slots;

  /**
   * @param rowCount of the table
   */
  RowSlots(int rowCount) {
    this.slots = new int[rowCount];
  }

  /**
   * Takes up the rows of a batch, in place of those of the last.
   *
   * @param rows may name a row more than once
   * @return each row once
   */
  long[] take(IntStream rows) {
    BitSet present = new BitSet(slots.length);
    rows.forEach(present::set);
    int[] distinct = present.stream().toArray();
    for (int slot = 0; slot < distinct.length; slot++) {
      slots[distinct[slot]] = slot;
    }
    return IntStream.of(distinct).asLongStream().toArray();
  }

  /** The slot of a row that was taken up. */
  int slot(int row) {
    return slots[row];
  }
}
