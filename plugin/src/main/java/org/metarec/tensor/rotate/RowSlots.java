package org.metarec.tensor.rotate;

import java.util.BitSet;
import java.util.PrimitiveIterator;
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
    long[] distinct = new long[present.cardinality()];
    int slot = 0;
    for (PrimitiveIterator.OfInt row = present.stream().iterator(); row.hasNext(); slot++) {
      distinct[slot] = row.nextInt();
      slots[(int) distinct[slot]] = slot;
    }
    return distinct;
  }

  /** The slot of a row that was taken up. */
  int slot(int row) {
    return slots[row];
  }
}
