package org.metarec.train;

import org.metarec.model.ComplexRow;

/**
 * The work of one batch for one kind of corruption. The candidates are divided into {@link #PARTS}
 * that may run at once; what several candidates add to is kept per part and summed in order.
 */
interface CorruptionPass {

  /** Always as many, whatever the number of threads: the sums depend on it. */
  int PARTS = 8;

  /** Writes the distances of the pairs of a part. */
  void measure(int part);

  /** Reads the derivatives of the loss in the distances, moves the candidates of a part. */
  void descend(int part);

  /** Moves the other rows of the batch. */
  void finish();

  /** Adds up what the parts have added to each position, in the order of the parts. */
  static ComplexRow[] sum(ComplexRow[][] parts) {
    for (int position = 0; position < parts[0].length; position++) {
      for (int part = 1; part < parts.length; part++) {
        parts[0][position].add(parts[part][position]);
      }
    }
    return parts[0];
  }
}
