package org.metarec.train.processor;

import org.metarec.model.kernel.ComplexRow;

/**
 * A gradient for each position of a batch, to which the parts of a pass add at once: each has rows
 * of its own. Kept from batch to batch, because so many rows would occupy the garbage collector.
 */
final class RowSums {
  private final int dimension;
  private final ComplexRow[][] rows = new ComplexRow[CorruptionPass.PARTS][0];

  RowSums(int dimension) {
    this.dimension = dimension;
  }

  /** The rows of a part, all 0 at first, of which a batch of this size is to use the first ones. */
  ComplexRow[] open(int part, int size) {
    rows[part] = ComplexRow.atLeast(size, dimension, rows[part]);
    for (int position = 0; position < size; position++) {
      rows[part][position].setToZero();
    }
    return rows[part];
  }

  /** Adds up what the parts have added to a position, in the order of the parts. */
  ComplexRow sum(int position) {
    ComplexRow sum = rows[0][position];
    for (int part = 1; part < rows.length; part++) {
      sum.add(rows[part][position]);
    }
    return sum;
  }

  /** A sum that has been made. */
  ComplexRow summed(int position) {
    return rows[0][position];
  }
}
