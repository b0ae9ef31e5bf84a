package org.metarec.train;

/** One update of the tables by one batch. */
public interface RotatEStep {

  /**
   * Moves the rows of all entities and relations of the batch.
   *
   * @param learningRate of Adam, in the unit of the coordinates
   * @return the loss of each triple before the update, in nats and times its weight, so that the
   *     sum is the batch's; NaN or infinite where a row was
   */
  double[] run(Batch batch, double learningRate);
}
