package org.metarec.meta;

import org.metarec.model.Prior;

/**
 * One step of the outer loop: adapts a batch of users from their support sets, scores their queries
 * with the weights reached, and moves the prior, and what is learned of each item alone, against
 * the gradient of the loss, through the inner steps. Not thread-safe.
 */
public interface MetaStep extends AutoCloseable {

  /** Makes a step that starts from a prior. */
  interface Factory {
    MetaStep startingFrom(Prior prior);
  }

  /**
   * Takes one step of Adam.
   *
   * @param features of the batch's items
   * @param learningRate of this step
   * @return the mean loss of the batch before the step: sampled softmax, in nats, ≥ 0
   */
  double step(MetaBatch batch, BatchFeatures features, double learningRate);

  /** The prior as it is now, a copy. */
  Prior prior();

  @Override
  void close();
}
