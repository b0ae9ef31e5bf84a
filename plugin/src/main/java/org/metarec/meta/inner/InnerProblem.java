package org.metarec.meta.inner;

/**
 * What one user's weights are fitted to: a row P_j with bias b_j and target y_j for each
 * interaction. Immutable; the arrays are taken over.
 */
final class InnerProblem {
  private final double[][] rows;
  private final float[] biases;
  private final float[] targets;

  /**
   * @param rows {@code double[clicks][weights]}
   */
  InnerProblem(double[][] rows, float[] biases, float[] targets) {
    this.rows = rows;
    this.biases = biases;
    this.targets = targets;
  }

  /** Number of interactions, the n of the formulas. */
  int clicks() {
    return rows.length;
  }

  /** P_j, {@code double[weights]}; not a copy. */
  double[] row(int row) {
    return rows[row];
  }

  float bias(int row) {
    return biases[row];
  }

  float target(int row) {
    return targets[row];
  }
}
