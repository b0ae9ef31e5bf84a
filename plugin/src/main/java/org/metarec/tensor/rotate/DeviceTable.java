package org.metarec.tensor.rotate;

import static org.metarec.model.kernel.AdamConstants.EPSILON;
import static org.metarec.model.kernel.AdamConstants.FIRST_DECAY;
import static org.metarec.model.kernel.AdamConstants.SECOND_DECAY;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A table that lives on a device while it is trained, with the moments of Adam. The update is that
 * of {@code train.processor.Adam}: rows without a gradient are left alone, their moments too, and a
 * row's gradient is first scaled down to a largest Euclidean norm.
 */
final class DeviceTable {
  private static final float FULL_TURN = 2 * (float) Math.PI;

  /** Floats that cross between heap and device at a time, through a buffer outside the heap. */
  private static final int MOST_MOVED = 1 << 24;

  private final int width;
  private final double gradientClip;
  private final NDArray values;
  private final NDArray firstMoments;
  private final NDArray secondMoments;
  private int steps;
  private double rate;
  private double epsilon;

  /**
   * @param start {@code float[rows · width]}
   * @param gradientClip largest norm of a row's gradient
   * @param manager of the device; closing it frees the table
   */
  DeviceTable(float[] start, int width, double gradientClip, NDManager manager) {
    this.width = width;
    this.gradientClip = gradientClip;
    Shape shape = new Shape(start.length / width, width);
    this.values = manager.zeros(shape);
    this.firstMoments = manager.zeros(shape);
    this.secondMoments = manager.zeros(shape);
    for (int row = 0; row < rowCount(); row += rowsMoved()) {
      int end = Math.min(row + rowsMoved(), rowCount());
      float[] block = Arrays.copyOfRange(start, row * width, end * width);
      try (NDArray moved = manager.create(block, new Shape(end - row, width))) {
        values.set(new NDIndex("{}:{}", row, end), moved);
      }
    }
  }

  private int rowCount() {
    return (int) values.getShape().get(0);
  }

  private int rowsMoved() {
    return Math.max(1, MOST_MOVED / width);
  }

  /** Copies the table to the heap, {@code float[rows · width]}. */
  void writeTo(float[] table) {
    for (int row = 0; row < rowCount(); row += rowsMoved()) {
      int end = Math.min(row + rowsMoved(), rowCount());
      try (NDArray block = values.get(new NDIndex("{}:{}", row, end))) {
        System.arraycopy(block.toFloatArray(), 0, table, row * width, (end - row) * width);
      }
    }
  }

  /**
   * Copies of some rows: [n, width].
   *
   * @param index [n], whole numbers; its manager gets the result
   */
  NDArray rows(NDArray index) {
    return rows(values, index);
  }

  private static NDArray rows(NDArray table, NDArray index) {
    return table.get(index.getManager(), new NDIndex("{}", index));
  }

  /** Begins a step; afterwards each row is moved at most once. */
  void beginStep(double learningRate) {
    steps++;
    double firstCorrection = 1 - Math.pow(FIRST_DECAY, steps);
    double secondCorrection = Math.sqrt(1 - Math.pow(SECOND_DECAY, steps));
    rate = learningRate * secondCorrection / firstCorrection;
    epsilon = EPSILON * secondCorrection;
  }

  /** Moves rows against the gradient of the loss in them, which is overwritten. */
  void move(RowGradients gradients) {
    NDIndex rows = new NDIndex("{}", gradients.rows());
    NDArray gradient = gradients.gradients();
    NDArray norms = gradient.square().sum(new int[] {1}, true).sqrt();
    gradient.divi(norms.maximum(gradientClip).divi(gradientClip));
    NDArray first = rows(firstMoments, gradients.rows()).muli(FIRST_DECAY);
    firstMoments.set(rows, first.addi(gradient.mul(1 - FIRST_DECAY)));
    NDArray second = rows(secondMoments, gradients.rows()).muli(SECOND_DECAY);
    secondMoments.set(rows, second.addi(gradient.square().muli(1 - SECOND_DECAY)));
    NDArray step = first.muli(rate).divi(second.sqrt().addi(epsilon));
    values.set(rows, rows(gradients.rows()).subi(step));
  }

  /**
   * Brings the angles of rows back into (−π, π], π as a float.
   *
   * @param index [n], each row once
   */
  void wrap(NDArray index) {
    NDArray angles = rows(index);
    angles.subi(angles.div(FULL_TURN).round().muli(FULL_TURN));
    NDArray atTheOpenEnd = angles.lte(-FULL_TURN / 2).toType(DataType.FLOAT32, false);
    angles.addi(atTheOpenEnd.muli(FULL_TURN));
    values.set(new NDIndex("{}", index), angles.minimum(FULL_TURN / 2));
  }

  /**
   * Row numbers as an array on the device.
   *
   * @param row names the row of each place, from 0 on
   */
  static NDArray index(IntUnaryOperator row, int count, NDManager manager) {
    return manager.create(IntStream.range(0, count).mapToLong(i -> row.applyAsInt(i)).toArray());
  }
}
