package org.metarec.model;

import java.util.stream.IntStream;

/**
 * The arithmetic that an answer spends its time in: what the items' rows add to their scores. All
 * implementations give the same bits, in the way of {@link RowKernel}: 16 accumulators, coordinate
 * k going to accumulator k mod 16, added pairwise, halves first; then the d mod 16 last
 * coordinates.
 *
 * <p>Has no state: shared between threads.
 */
public interface ScanKernel {

  /** Calls, not loops, are what the compiler counts first: the first scan of all is short of it. */
  int ROWS_OF_A_CALL = 1024;

  /** With fewer rows, handing a part of them to another core takes as long as it saves. */
  int ROWS_TO_SHARE = 200_000;

  /**
   * Sets {@code scores[i] = b_i + w_1 + Σ_k w_k φ_ik} for all items of the table's block, in {@code
   * float}. The cores that are free share the rows of a large table.
   *
   * @param weights {@code float[≥ width + 1]}: one for each coordinate, then w_1
   * @param scores {@code float[≥ blockSize]}
   */
  default void scores(ItemTable table, float[] weights, float[] scores) {
    int count = table.biases().length;
    IntStream calls = IntStream.range(0, (count + ROWS_OF_A_CALL - 1) / ROWS_OF_A_CALL);
    (count < ROWS_TO_SHARE ? calls : calls.parallel())
        .map(call -> call * ROWS_OF_A_CALL)
        .forEach(
            from -> scores(table, weights, scores, from, Math.min(count, from + ROWS_OF_A_CALL)));
  }

  /** The same for the items from one to before another. */
  void scores(ItemTable table, float[] weights, float[] scores, int from, int to);
}
