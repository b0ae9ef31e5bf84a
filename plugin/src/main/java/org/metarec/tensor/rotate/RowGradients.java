package org.metarec.tensor.rotate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The gradients of the loss of one batch in the rows of one table that the batch moves. */
final class RowGradients {
  private final RowSlots slots;
  private final NDArray rows; // [n]
  private final NDArray gradients; // [n, width]

  /**
   * @param slots take up the rows of the batch
   * @param rows may name a row more than once
   * @param width numbers in a row
   * @param manager of the batch
   */
  RowGradients(RowSlots slots, IntStream rows, int width, NDManager manager) {
    this.slots = slots;
    long[] distinct = slots.take(rows);
    this.rows = manager.create(distinct);
    this.gradients = manager.zeros(new Shape(distinct.length, width));
  }

  /** The rows, each once: [n]. */
  NDArray rows() {
    return rows;
  }

  /** The sums so far, overwritten when the rows are moved: [n, width]. */
  NDArray gradients() {
    return gradients;
  }

  /** The place of a row among {@link #rows}. */
  int slot(int row) {
    return slots.slot(row);
  }

  /**
   * Adds to the gradients of some rows, which may be named more than once. The sum is the product
   * with a sparse matrix that has a one for each summand: the engine's public interface has no
   * scattered addition.
   *
   * @param row names the row of each summand, from 0 on
   * @param summands [count, width]
   */
  void add(IntUnaryOperator row, NDArray summands) {
    int count = (int) summands.getShape().get(0);
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    long[][] places = new long[2][count];
    for (int i = 0; i < count; i++) {
      places[0][i] = slot(row.applyAsInt(i));
      places[1][i] = i;
    }
    Shape shape = new Shape(gradients.getShape().get(0), count);
    NDArray matrix = summands.getManager().createCoo(FloatBuffer.wrap(ones), places, shape);
    gradients.addi(matrix.matMul(summands));
  }
}
