package org.metarec.train.step;

/** How far tables are from each other. */
final class TableDistance {

  private TableDistance() {}

  /** Euclidean norm of the difference, relative to that of what is expected. */
  static double relative(float[][] found, double[][] expected) {
    double error = 0;
    double norm = 0;
    for (int row = 0; row < expected.length; row++) {
      for (int k = 0; k < expected[row].length; k++) {
        error += Math.pow(found[row][k] - expected[row][k], 2);
        norm += Math.pow(expected[row][k], 2);
      }
    }
    return Math.sqrt(error / norm);
  }
}
