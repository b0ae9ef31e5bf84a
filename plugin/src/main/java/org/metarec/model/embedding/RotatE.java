package org.metarec.model.embedding;

/**
 * RotatE: a relation rotates its head onto its tail, coordinate by coordinate in the complex plane.
 *
 * <p>Sun et al., "RotatE: Knowledge Graph Embedding by Relational Rotation in Complex Space", ICLR
 * 2019, arXiv:1902.10197. The distance of a triple is {@code Σ_k |h_k·e^{iθ_k} − t_k|}, a sum of
 * moduli as in the authors' code, not the L2 norm. A modulus is {@code √(x² + y² + 1e-20)}, so that
 * its gradient is 0 at 0.
 *
 * <p>Rows hold 2d floats: d real parts, then d imaginary parts. These methods serve single rows;
 * training has its kernels.
 */
public final class RotatE {

  /** Added under each root, here and in every kernel. */
  public static final float SMOOTHING = 1e-20f;

  private RotatE() {}

  /**
   * Where the tail of a head should be: {@code row ∘ e^{iθ}}.
   *
   * @param row {@code float[2d]}
   * @param phase {@code float[d]}: angles θ in radians
   * @return {@code float[2d]}
   * @throws IllegalArgumentException if the lengths are not 2d and d
   */
  public static float[] rotate(float[] row, float[] phase) {
    return turn(row, phase, 1);
  }

  /** Where the head of a tail should be: {@code row ∘ e^{−iθ}}, the inverse of {@link #rotate}. */
  public static float[] rotateBack(float[] row, float[] phase) {
    return turn(row, phase, -1);
  }

  private static float[] turn(float[] row, float[] phase, int direction) {
    int dimension = phase.length;
    requireRows(row.length, dimension, row.length);
    float[] turned = new float[row.length];
    for (int k = 0; k < dimension; k++) {
      double cosine = Math.cos(phase[k]);
      double sine = direction * Math.sin(phase[k]);
      turned[k] = (float) (row[k] * cosine - row[dimension + k] * sine);
      turned[dimension + k] = (float) (row[k] * sine + row[dimension + k] * cosine);
    }
    return turned;
  }

  /**
   * Distance {@code Σ_k |a_k − b_k|} of two rows, one of which has been rotated.
   *
   * @param row {@code float[2d]}
   * @param other {@code float[2d]}
   * @return ≥ 0, in the unit of the coordinates
   */
  public static double distance(float[] row, float[] other) {
    int dimension = row.length / 2;
    requireRows(row.length, dimension, other.length);
    double sum = 0;
    for (int k = 0; k < dimension; k++) {
      sum += modulus(row[k] - other[k], row[dimension + k] - other[dimension + k]);
    }
    return sum;
  }

  private static double modulus(double x, double y) {
    return Math.sqrt(x * x + y * y + SMOOTHING);
  }

  private static void requireRows(int head, int phase, int tail) {
    if (head != 2 * phase || tail != 2 * phase) {
      throw new IllegalArgumentException(
          "rows of %d, %d and %d numbers; expected 2d, d and 2d".formatted(head, phase, tail));
    }
  }
}
