package org.metarec.meta.regression;

import java.util.Arrays;
import org.metarec.triple.Progress;

/** A symmetric positive definite matrix, as its Cholesky factor: M = L Lᵀ. Immutable. */
public final class PositiveDefinite {
  private final int size;
  private final double[] lower;

  /**
   * @param matrix {@code double[size²]}, row by row; only its lower triangle is read
   * @throws IllegalArgumentException if it is not positive definite
   */
  public PositiveDefinite(double[] matrix, int size) {
    this(matrix, size, Progress.NONE);
  }

  /**
   * The same for a large one.
   *
   * @param progress asked before each row; of 2,000 the last takes 3 ms
   */
  PositiveDefinite(double[] matrix, int size, Progress progress) {
    this.size = size;
    this.lower = new double[size * size];
    for (int row = 0; row < size; row++) {
      progress.checkRunning();
      for (int column = 0; column <= row; column++) {
        double rest = matrix[row * size + column];
        for (int k = 0; k < column; k++) {
          rest -= lower[row * size + k] * lower[column * size + k];
        }
        if (column == row && !(rest > 0)) {
          throw new IllegalArgumentException(
              "not positive definite: pivot %d is %s".formatted(row, rest));
        }
        lower[row * size + column] =
            column == row ? Math.sqrt(rest) : rest / lower[column * size + column];
      }
    }
  }

  /**
   * Adds {@code x xᵀ} to the lower triangle of a matrix; what is above the diagonal stays as it is.
   *
   * @param x {@code double[size]}
   * @param matrix {@code double[size²]}, row by row
   */
  public static void addSquare(double[] x, double[] matrix) {
    for (int row = 0; row < x.length; row++) {
      int at = row * x.length;
      double value = x[row]; // the compiler cannot know that the matrix is another array
      for (int column = 0; column <= row; column++) {
        matrix[at + column] += value * x[column];
      }
    }
  }

  /** x with M x = right; {@code right} is not changed. */
  public double[] solve(double[] right) {
    double[] x = right.clone();
    solveFrom(0, x);
    return x;
  }

  /** Solves for what is 0 before the first number, and leaves the solution there undone. */
  private void solveFrom(int first, double[] x) {
    for (int row = first; row < size; row++) {
      double rest = x[row];
      for (int k = first; k < row; k++) {
        rest -= lower[row * size + k] * x[k];
      }
      x[row] = rest / lower[row * size + row];
    }
    for (int row = size - 1; row >= first; row--) {
      x[row] /= lower[row * size + row];
      for (int k = first; k < row; k++) {
        x[k] -= lower[row * size + k] * x[row];
      }
    }
  }

  /** M⁻¹, {@code double[size²]}. */
  public double[] inverse() {
    double[] inverse = new double[size * size];
    double[] x = new double[size];
    for (int column = 0; column < size; column++) {
      Arrays.fill(x, 0);
      x[column] = 1;
      solveFrom(column, x);
      for (int row = column; row < size; row++) {
        inverse[row * size + column] = x[row];
        inverse[column * size + row] = x[row];
      }
    }
    return inverse;
  }
}
