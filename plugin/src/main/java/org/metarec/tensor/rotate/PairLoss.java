package org.metarec.tensor.rotate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import org.metarec.model.embedding.RotatE;
import org.metarec.train.config.RotatEConfig;

/**
 * The loss of {@code train.processor.SelfAdversarialLoss} and its gradient, as tensor operations.
 */
final class PairLoss {

  /** Added to the scores of what is no negative, so that the softmax gives it nothing. */
  private static final double OUT_OF_SOFTMAX = -1e30;

  private final double margin;
  private final double temperature;
  private final double[] losses;

  /**
   * @param losses receives the loss of each position of the batch
   */
  PairLoss(RotatEConfig config, double[] losses) {
    this.margin = config.margin();
    this.temperature = config.adversarialTemperature();
    this.losses = losses;
  }

  /**
   * Writes the losses of a stretch.
   *
   * @param differences [b, P, 2d]: between where a triple is and where it should be; overwritten
   * @return the gradient of the loss in the differences: [b, P, 2d]
   */
  NDArray differentiate(MicroBatch micro, NDArray differences) {
    Shape shape = differences.getShape();
    NDList squares = ComplexRows.parts(differences.square());
    NDArray moduli = squares.get(0).add(squares.get(1)).addi(RotatE.SMOOTHING).sqrt();
    NDArray slopes = slopes(micro, moduli.sum(new int[] {2}));
    NDArray scale = slopes.expandDims(2).div(moduli).expandDims(2);
    return differences
        .reshape(shape.get(0), shape.get(1), 2, shape.get(2) / 2)
        .muli(scale)
        .reshape(shape);
  }

  /** The derivatives of the loss in the distances, both [b, P]. */
  private NDArray slopes(MicroBatch micro, NDArray distances) {
    NDArray negatives = micro.negatives();
    NDArray truth = micro.truth();
    NDArray shares =
        distances
            .mul(-temperature)
            .add(negatives.sub(1).mul(-OUT_OF_SOFTMAX))
            .softmax(1)
            .mul(negatives)
            .add(truth)
            .mul(micro.weights().div(2));
    NDArray signs = truth.mul(2).sub(1); // a truth is drawn in, all others are pushed out
    NDArray excess = distances.sub(margin).mul(signs);
    float[] sums = shares.mul(Activation.softPlus(excess)).sum(new int[] {1}).toFloatArray();
    for (int i = 0; i < sums.length; i++) {
      losses[micro.from() + i] = sums[i];
    }
    return shares.mul(signs).mul(Activation.sigmoid(excess));
  }
}
