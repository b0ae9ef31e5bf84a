package org.metarec.model;

/**
 * RotatE: a relation rotates its head onto its tail, coordinate by coordinate in the complex plane.
 *
 * <p>Sun et al., "RotatE: Knowledge Graph Embedding by Relational Rotation in Complex Space", ICLR
 * 2019, arXiv:1902.10197. The distance is the sum of moduli, as in the authors' code, not the L2
 * norm. A modulus is {@code √(x² + y² + 1e-20)}, so that its gradient is 0 at 0.
 *
 * <p>Rows hold 2d numbers: d real parts, then d imaginary parts. The methods on {@code double} are
 * the reference against which kernels are tested; those on {@code float} serve single rows.
 */
public final class RotatE {

  /** Added under each root, here and in every kernel. */
  public static final float SMOOTHING = 1e-20f;

  private RotatE() {}

  /**
   * Distance {@code Σ_k |h_k·e^{iθ_k} − t_k|} between the rotated head and the tail.
   *
   * @param head {@code double[2d]}
   * @param phase {@code double[d]}: angles θ in radians
   * @param tail {@code double[2d]}
   * @return ≥ 0, in the unit of the coordinates; 0 (but for 1e-10·d) where the rotation maps head
   *     onto tail
   * @throws IllegalArgumentException if the lengths are not 2d, d and 2d
   */
  public static double distance(double[] head, double[] phase, double[] tail) {
    requireRows(head.length, phase.length, tail.length);
    int dimension = phase.length;
    double sum = 0;
    for (int k = 0; k < dimension; k++) {
      double cosine = Math.cos(phase[k]);
      double sine = Math.sin(phase[k]);
      double x = head[k] * cosine - head[dimension + k] * sine - tail[k];
      double y = head[k] * sine + head[dimension + k] * cosine - tail[dimension + k];
      sum += modulus(x, y);
    }
    return sum;
  }

  /**
   * Gradient of {@link #distance(double[], double[], double[])}, in all three arguments.
   *
   * <p>With the unit vector {@code u_k = (h_k·e^{iθ_k} − t_k) / |h_k·e^{iθ_k} − t_k|}: in the head
   * {@code u·e^{−iθ}}, in the tail {@code −u}, in the phase {@code Re(ū·i·h·e^{iθ})}.
   *
   * @throws IllegalArgumentException if the lengths are not 2d, d and 2d
   */
  public static Gradient gradient(double[] head, double[] phase, double[] tail) {
    requireRows(head.length, phase.length, tail.length);
    int dimension = phase.length;
    Gradient gradient = new Gradient(dimension);
    for (int k = 0; k < dimension; k++) {
      double cosine = Math.cos(phase[k]);
      double sine = Math.sin(phase[k]);
      double rotatedReal = head[k] * cosine - head[dimension + k] * sine;
      double rotatedImaginary = head[k] * sine + head[dimension + k] * cosine;
      double x = rotatedReal - tail[k];
      double y = rotatedImaginary - tail[dimension + k];
      double modulus = modulus(x, y);
      x /= modulus;
      y /= modulus;
      gradient.head[k] = x * cosine + y * sine;
      gradient.head[dimension + k] = y * cosine - x * sine;
      gradient.tail[k] = -x;
      gradient.tail[dimension + k] = -y;
      gradient.phase[k] = y * rotatedReal - x * rotatedImaginary;
    }
    return gradient;
  }

  /**
   * Where the tail of a head should be: {@code row ∘ e^{iθ}}.
   *
   * @param row {@code float[2d]}
   * @param phase {@code float[d]}: angles θ in radians
   * @return {@code float[2d]}
   * @throws IllegalArgumentException if the lengths are not 2d and d
   */
  public static float[] rotate(float[] row, float[] phase) {
    return new Rotation(phase).turn(row);
  }

  /** Where the head of a tail should be: {@code row ∘ e^{−iθ}}, the inverse of {@link #rotate}. */
  public static float[] rotateBack(float[] row, float[] phase) {
    return new Rotation(phase).turnBack(row);
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

  static void requireRows(int head, int phase, int tail) {
    if (head != 2 * phase || tail != 2 * phase) {
      throw new IllegalArgumentException(
          "rows of %d, %d and %d numbers; expected 2d, d and 2d".formatted(head, phase, tail));
    }
  }

  /** What a small change of each argument adds to the distance. */
  public static final class Gradient {
    private final double[] head;
    private final double[] phase;
    private final double[] tail;

    private Gradient(int dimension) {
      head = new double[2 * dimension];
      phase = new double[dimension];
      tail = new double[2 * dimension];
    }

    /** {@code double[2d]}. */
    public double[] head() {
      return head;
    }

    /** {@code double[d]}, per radian. */
    public double[] phase() {
      return phase;
    }

    /** {@code double[2d]}. */
    public double[] tail() {
      return tail;
    }
  }
}
