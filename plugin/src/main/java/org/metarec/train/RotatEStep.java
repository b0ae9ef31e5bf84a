package org.metarec.train;

/** One update of the tables by one batch. */
public interface RotatEStep {

  /**
   * Moves the rows of all entities and relations of the batch.
   *
   * @param learningRate of Adam, in the unit of the coordinates
   * @return the loss before the update: {@link SelfAdversarialLoss}, averaged with the batch's
   *     weights, in nats; NaN or infinite if a row was
   */
  double run(Batch batch, double learningRate);
}
