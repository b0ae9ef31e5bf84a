package org.metarec.tensor.meta;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * The inner loop of all users of a batch as tensor operations, its gradient in closed form; see
 * {@code meta.inner.InnerObjective}. B users, each with rows of support and W weights.
 *
 * @param features P, {@code [B, rows, W]}
 * @param offsets {@code η b − y}, how far off a row's score is with weights of 0, {@code [B, rows]}
 * @param counts 1 for a row that is used, else 0, {@code [B, rows]}
 * @param curvature n M, of the weights of vector and constant: what all known items add, {@code [B,
 *     m + 1, m + 1]}
 * @param slope n η M, of those weights and the bias, {@code [B, m + 1]}
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
  /** Of objectives of about 1, as targets are. */
  private static final float ROUNDING = 1e-5f;

  private NDArray gradient(NDArray weights, NDArray start) {
    NDArray counted = errors(weights).mul(counts);
    NDArray clicked = transposed().matMul(counted.expandDims(2)).squeeze(2);
    NDArray all = curvature.matMul(ofItems(weights)).squeeze(2).add(slope);
    NDArray fit = clicked.add(withZeros(all, 1));
    return fit.div(divisor).add(pull.mul(weights.sub(start)));
  }

  /** {@code [B, rows]}. */
  private NDArray errors(NDArray weights) {
    return features.matMul(weights.expandDims(2)).squeeze(2).add(offsets);
  }

  /** Weights of vector and constant: {@code [B, m + 1, 1]}. */
  private NDArray ofItems(NDArray weights) {
    return weights.get(new NDIndex(":, :{}", slope.getShape().get(1))).expandDims(2);
  }

  /** Zeros for the paths, as many as it takes to W along an axis. */
  private NDArray withZeros(NDArray part, int axis) {
    Shape shape = part.getShape();
    long missing = pull.getShape().get(1) - shape.get(axis);
    if (missing == 0) {
      return part;
    }
    long[] dimensions = shape.getShape().clone();
    dimensions[axis] = missing;
    NDArray zeros = part.getManager().zeros(new Shape(dimensions), part.getDataType());
    return NDArrays.concat(new NDList(part, zeros), axis);
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
      weights = stepped(weights, start, rates.get(step));
    }
    return weights;
  }

  private NDArray stepped(NDArray weights, NDArray start, NDArray rate) {
    return weights.sub(gradient(weights, start).mul(rate));
  }

  /** Twice the objective, less what no weights change: [B]. */
  private NDArray objective(NDArray weights, NDArray start) {
    NDArray clicked = errors(weights).square().mul(counts).sum(new int[] {1}, true);
    NDArray ofItems = ofItems(weights);
    NDArray curved = curvature.matMul(ofItems).squeeze(2).add(slope).add(slope);
    NDArray all = ofItems.squeeze(2).mul(curved).sum(new int[] {1}, true);
    NDArray pulled = pull.mul(weights.sub(start).square()).sum(new int[] {1}, true);
    return clicked.add(all).div(divisor).add(pulled).squeeze(1);
  }

  /**
   * Where some steps downhill lead.
   *
   * @param weights {@code [B, W]}
   * @param raised whether one of the steps raised a user's objective, boolean, {@code [B]}
   */
  record Walk(NDArray weights, NDArray raised) {}

  /** The same steps as {@link #walk}, watched. */
  Walk watchedWalk(NDArray start, NDArray rates) {
    NDArray weights = start;
    NDArray objective = objective(start, start);
    NDArray raised = objective.neq(objective); // of what is no number nothing is known
    for (int step = 0; step < rates.getShape().get(0); step++) {
      weights = stepped(weights, start, rates.get(step));
      NDArray next = objective(weights, start);
      NDArray allowed = objective.add(objective.abs().add(1).mul(ROUNDING));
      raised = raised.logicalOr(next.gt(allowed));
      objective = next;
    }
    return new Walk(weights, raised);
  }

  /**
   * Where the objective is least. One step of iterative refinement adds what the inverse misses in
   * single precision; with many clicks the minimum is so flat that only {@link #inDoubles} finds it
   * to 1e-4.
   *
   * @param start {@code [B, W]}
   * @return weights, {@code [B, W]}
   */
  NDArray minimum(NDArray start) {
    NDManager manager = start.getManager();
    NDArray clicked = transposed().mul(counts.expandDims(1)).matMul(features);
    NDArray identity =
        manager.eye((int) start.getShape().get(1)).toType(start.getDataType(), false);
    NDArray diagonal = identity.mul(pull.expandDims(2));
    NDArray all = withZeros(withZeros(curvature, 1), 2);
    NDArray whole = clicked.add(all).div(divisor.expandDims(2)).add(diagonal);
    NDArray inverse = whole.inverse();
    NDArray gradient = gradient(start, start).expandDims(2);
    NDArray step = inverse.matMul(gradient);
    NDArray missed = gradient.sub(whole.matMul(step));
    return start.sub(step.add(inverse.matMul(missed)).squeeze(2));
  }

  /** The same in double precision. No gradient passes the engine's change of types. */
  InnerProgram inDoubles() {
    return new InnerProgram(
        inDoubles(features),
        inDoubles(offsets),
        inDoubles(counts),
        inDoubles(curvature),
        inDoubles(slope),
        inDoubles(divisor),
        inDoubles(pull));
  }

  static NDArray inDoubles(NDArray array) {
    return array.toType(DataType.FLOAT64, false);
  }
}
