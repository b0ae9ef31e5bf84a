package org.metarec.bench.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.metarec.model.kernel.AdamConstants;

/**
 * A table whose rows are trained by automatic gradients. Only the rows that a micro-batch names are
 * parameters of the engine, so that it computes and adds no gradient of the whole table; their
 * gradients are summed here. Adam moves rows as {@code train.processor.Adam} does.
 */
final class AutogradTable {
  private final double gradientClip;
  private final NDArray values;
  private final NDArray gradients;
  private final NDArray firstMoments;
  private final NDArray secondMoments;
  private final BitSet touched;
  private final int[] slots;
  private int steps;

  /**
   * @param start {@code float[rows · width]}
   * @param gradientClip largest norm of a row's gradient
   */
  AutogradTable(float[] start, int width, double gradientClip, NDManager manager) {
    int rowCount = start.length / width;
    this.gradientClip = gradientClip;
    this.values = manager.create(start, new Shape(rowCount, width));
    this.gradients = values.zerosLike();
    this.firstMoments = values.zerosLike();
    this.secondMoments = values.zerosLike();
    this.touched = new BitSet(rowCount);
    this.slots = new int[rowCount];
  }

  /** Rows that a micro-batch works on, as a parameter of the engine. */
  record Leaf(NDArray rows, NDArray values) {}

  /**
   * The rows named, each once; {@link #slot} tells where one is until the next leaf.
   *
   * @param rows may name one more than once
   */
  Leaf leaf(IntStream rows, NDManager manager) {
    BitSet present = new BitSet(slots.length);
    rows.forEach(present::set);
    touched.or(present);
    int[] distinct = present.stream().toArray();
    for (int slot = 0; slot < distinct.length; slot++) {
      slots[distinct[slot]] = slot;
    }
    NDArray index = index(distinct, manager);
    NDArray parameters = rows(values, index);
    parameters.setRequiresGradient(true);
    return new Leaf(index, parameters);
  }

  int slot(int row) {
    return slots[row];
  }

  private static NDArray index(int[] rows, NDManager manager) {
    return manager.create(IntStream.of(rows).asLongStream().toArray());
  }

  private static NDArray rows(NDArray table, NDArray index) {
    return table.get(index.getManager(), new NDIndex("{}", index));
  }

  /** Adds the gradient that the engine found. */
  void addGradient(Leaf leaf) {
    NDArray gradient = leaf.values().getGradient();
    gradient.attach(leaf.rows().getManager());
    gradients.set(new NDIndex("{}", leaf.rows()), rows(gradients, leaf.rows()).addi(gradient));
  }

  /** The sums of the gradients since the last step, {@code float[rows · width]}. */
  float[] gradients() {
    return gradients.toFloatArray();
  }

  /** Moves the rows that were in a leaf since the last step, forgets their gradients. */
  void step(double learningRate, NDManager manager) {
    steps++;
    double firstCorrection = 1 - Math.pow(AdamConstants.FIRST_DECAY, steps);
    double secondCorrection = Math.sqrt(1 - Math.pow(AdamConstants.SECOND_DECAY, steps));
    NDArray index = index(touched.stream().toArray(), manager);
    NDIndex rows = new NDIndex("{}", index);
    NDArray gradient = rows(gradients, index);
    NDArray norms = gradient.square().sum(new int[] {1}, true).sqrt();
    gradient.divi(norms.maximum(gradientClip).divi(gradientClip));
    NDArray first = rows(firstMoments, index).muli(AdamConstants.FIRST_DECAY);
    firstMoments.set(rows, first.addi(gradient.mul(1 - AdamConstants.FIRST_DECAY)));
    NDArray second = rows(secondMoments, index).muli(AdamConstants.SECOND_DECAY);
    secondMoments.set(rows, second.addi(gradient.square().muli(1 - AdamConstants.SECOND_DECAY)));
    first.muli(learningRate * secondCorrection / firstCorrection);
    NDArray step = first.divi(second.sqrt().addi(AdamConstants.EPSILON * secondCorrection));
    values.set(rows, rows(values, index).subi(step));
    gradients.set(rows, gradient.zerosLike());
    touched.clear();
  }

  void writeTo(float[] table) {
    System.arraycopy(values.toFloatArray(), 0, table, 0, table.length);
  }
}
