package org.metarec.train.step;

/** One update of the tables by one batch. */
public interface RotatEStep extends AutoCloseable {

  /**
   * Moves the rows of all entities and relations of the batch.
   *
   * @param learningRate of Adam, in the unit of the coordinates
   * @return the loss of each triple before the update, in nats and times its weight, so that the
   *     sum is the batch's; NaN or infinite where a row was
   */
  double[] run(Batch batch, double learningRate);

  /**
   * Brings the tables that the step was started with up to date, where it keeps its own. The next
   * batch goes on from there.
   */
  default void writeTables() {}

  /** Gives back what the step holds outside the heap; tables are not written. */
  @Override
  default void close() {}
}
