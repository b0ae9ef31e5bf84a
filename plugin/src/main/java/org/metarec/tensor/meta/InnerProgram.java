package org.metarec.tensor.meta;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * The inner loop of all users of a batch as tensor operations, its gradient in closed form; see
 * {@code meta.inner.InnerObjective}. B users, each with rows of support and W weights.
 *
 * @param features P, {@code [B, rows, W]}
 * @param offsets {@code η b − y}, how far off a row's score is with weights of 0, {@code [B, rows]}
 * @param counts 1 for a row that is used, else 0, {@code [B, rows]}
 * @param curvature of the squares of all known items' scores, {@code [B, W, W]}
 * @param slope what their biases add to its gradient, {@code [B, W]}
 * @param divisor of the fit, {@code [B, 1]}
 * @param pull towards the start, {@code [B, W]}
 */
record InnerProgram(
    NDArray features,
    NDArray offsets,
    NDArray counts,
    NDArray curvature,
    NDArray slope,
    NDArray divisor,
    NDArray pull) {

  private NDArray gradient(NDArray weights, NDArray start) {
    NDArray scores = features.matMul(weights.expandDims(2)).squeeze(2);
    NDArray errors = scores.add(offsets).mul(counts);
    NDArray clicked = transposed().matMul(errors.expandDims(2));
    NDArray all = curvature.matMul(weights.expandDims(2));
    NDArray fit = clicked.add(all).squeeze(2).add(slope);
    return fit.div(divisor).add(pull.mul(weights.sub(start)));
  }

  private NDArray transposed() {
    return features.transpose(0, 2, 1);
  }

  /**
   * Some steps downhill.
   *
   * @param start {@code [B, W]}
   * @param rates {@code [steps, W]}
   * @return weights, {@code [B, W]}
   */
  NDArray walk(NDArray start, NDArray rates) {
    NDArray weights = start;
    for (int step = 0; step < rates.getShape().get(0); step++) {
      weights = weights.sub(gradient(weights, start).mul(rates.get(step)));
    }
    return weights;
  }

  /**
   * Where the objective is least. One step of iterative refinement adds what the inverse misses in
   * single precision.
   *
   * @param start {@code [B, W]}
   * @return weights, {@code [B, W]}
   */
  NDArray minimum(NDArray start) {
    NDManager manager = start.getManager();
    NDArray clicked = transposed().mul(counts.expandDims(1)).matMul(features);
    NDArray diagonal = manager.eye((int) start.getShape().get(1)).mul(pull.expandDims(2));
    NDArray whole = clicked.add(curvature).div(divisor.expandDims(2)).add(diagonal);
    NDArray inverse = whole.inverse();
    NDArray gradient = gradient(start, start).expandDims(2);
    NDArray step = inverse.matMul(gradient);
    NDArray missed = gradient.sub(whole.matMul(step));
    return start.sub(step.add(inverse.matMul(missed)).squeeze(2));
  }
}
