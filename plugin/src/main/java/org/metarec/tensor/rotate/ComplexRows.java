package org.metarec.tensor.rotate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;

/** Operations on arrays whose last axis holds d real parts, then d imaginary parts. */
final class ComplexRows {

  private ComplexRows() {}

  /** Real and imaginary parts: two arrays [.., d]. */
  static NDList parts(NDArray rows) {
    return rows.split(2, rows.getShape().dimension() - 1);
  }

  /** The rotation {@code e^{iθ}} of phases [.., d]: [.., 2d]. */
  static NDArray rotations(NDArray phases) {
    return side(phases.cos(), phases.sin());
  }

  private static NDArray side(NDArray real, NDArray imaginary) {
    return NDArrays.concat(new NDList(real, imaginary), real.getShape().dimension() - 1);
  }

  /**
   * {@code rows ∘ rotations}, or {@code rows ∘ conj(rotations)}; either may be broadcast.
   *
   * @param back whether to turn back
   */
  static NDArray turn(NDArray rows, NDArray rotations, boolean back) {
    NDArray x = parts(rows).get(0);
    NDArray y = parts(rows).get(1);
    NDArray cosines = parts(rotations).get(0);
    NDArray sines = parts(rotations).get(1);
    if (back) {
      sines = sines.neg();
    }
    return side(x.mul(cosines).subi(y.mul(sines)), x.mul(sines).addi(y.mul(cosines)));
  }

  /**
   * The gradient in the phases, [.., d], per radian, where rows were turned by them.
   *
   * @param turned the rows afterwards
   * @param gradient of the loss in these
   */
  static NDArray phaseGradient(NDArray turned, NDArray gradient) {
    NDList row = parts(turned);
    NDList slope = parts(gradient);
    return slope.get(1).mul(row.get(0)).subi(slope.get(0).mul(row.get(1)));
  }
}
