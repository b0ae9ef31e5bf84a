package org.metarec.meta.outer;

import java.util.Map;
import org.metarec.meta.task.MetaBatch;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;

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
   * @return the mean loss of the batch before the step: sampled softmax, in nats, ≥ 0, without the
   *     penalty; where loss or penalty is no finite number, that, and no step is taken
   */
  double step(MetaBatch batch, BatchFeatures features, double learningRate);

  /** Adds the penalty for forgetting to the loss of all steps from now on. */
  void consolidate(ElasticWeights weights);

  /**
   * The gradient of the loss of a batch in each trained part, at the place that the last step led
   * to, without penalty and without a step.
   *
   * @return an array as long as the part; none for a part without numbers
   */
  Map<PriorPart, float[]> gradient(MetaBatch batch, BatchFeatures features);

  /** A copy of the {@link WeightMean} of the priors after each step; the first without a step. */
  Prior prior();

  @Override
  void close();
}
