package org.metarec.meta.inner;

/**
 * What one user's weights are fitted to: a row P_j with bias b_j and target y_j for each
 * interaction. Filled row by row; not thread-safe.
 */
final class InnerProblem {
  private final double[][] rows;
  private final float[] biases;
  private final float[] targets;
  private int filled;

  /**
   * @param clicks number of interactions, the n of the formulas
   */
  InnerProblem(int clicks) {
    this.rows = new double[clicks][];
    this.biases = new float[clicks];
    this.targets = new float[clicks];
  }

  /**
   * Adds a row.
   *
   * @param row {@code double[weights]}: P_j; taken over
   */
  void add(double[] row, float bias, float target) {
    rows[filled] = row;
    biases[filled] = bias;
    targets[filled] = target;
    filled++;
  }

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
