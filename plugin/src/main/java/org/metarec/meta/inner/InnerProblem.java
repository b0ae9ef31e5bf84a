package org.metarec.meta.inner;

/**
 * What one user's weights are fitted to: rows P_j with biases b_j and targets y_j, each counting
 * m_j. Filled row by row; not thread-safe.
 */
final class InnerProblem {
  private final int clicks;
  private final double[][] rows;
  private final float[] biases;
  private final float[] targets;
  private final float[] counts;
  private int size;

  /**
   * @param clicks number of interactions among the rows, the n of the formulas
   * @param sampled number of sampled items among the rows
   */
  InnerProblem(int clicks, int sampled) {
    this.clicks = clicks;
    this.rows = new double[clicks + sampled][];
    this.biases = new float[clicks + sampled];
    this.targets = new float[clicks + sampled];
    this.counts = new float[clicks + sampled];
  }

  /**
   * Adds a row.
   *
   * @param row {@code double[weights]}: P_j; taken over
   * @param count m_j ≥ 0: 1 for an interaction, at most 1 for a sampled item
   */
  void add(double[] row, float bias, float target, float count) {
    rows[size] = row;
    biases[size] = bias;
    targets[size] = target;
    counts[size] = count;
    size++;
  }

  int size() {
    return size;
  }

  int clicks() {
    return clicks;
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

  float count(int row) {
    return counts[row];
  }
}
