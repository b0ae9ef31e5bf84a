package org.metarec.meta;

/** Solves {@code A x = b} for a symmetric, positive definite A, in time cubic in its size. */
final class Cholesky {
  private final int size;
  private final double[] lower;

  /**
   * Factors a matrix.
   *
   * @param matrix {@code double[size · size]}, row by row; taken over
   * @throws IllegalArgumentException if it is not positive definite
   */
  Cholesky(double[] matrix, int size) {
    this.size = size;
    this.lower = matrix;
    for (int j = 0; j < size; j++) {
      double diagonal = Math.sqrt(rest(j, j));
      if (!(diagonal > 0)) {
        throw new IllegalArgumentException("row %d is not positive definite".formatted(j));
      }
      lower[j * size + j] = diagonal;
      for (int i = j + 1; i < size; i++) {
        lower[i * size + j] = rest(i, j) / diagonal;
      }
    }
  }

  /** An entry less what the columns before explain. */
  private double rest(int row, int column) {
    double rest = lower[row * size + column];
    for (int k = 0; k < column; k++) {
      rest -= lower[row * size + k] * lower[column * size + k];
    }
    return rest;
  }

  /** The solution for a right side: {@code double[size]}. */
  double[] solve(double[] rightSide) {
    double[] x = rightSide.clone();
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i * size + k] * x[k];
      }
      x[i] /= lower[i * size + i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        x[i] -= lower[k * size + i] * x[k];
      }
      x[i] /= lower[i * size + i];
    }
    return x;
  }
}
