package org.metarec.testing;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.Floats;
import org.metarec.model.embedding.RotatE;

/**
 * {@link RotatE} in {@code double}, as the formula is written: what kernels and tensor programs are
 * held to. Rows hold d real parts, then d imaginary parts; phases are in radians.
 */
public final class ReferenceRotatE {

  private ReferenceRotatE() {}

  /** A row, or part of one, in the precision that is reckoned in here. */
  public static double[] doubles(float[] values) {
    return Doubles.toArray(Floats.asList(values));
  }

  /** {@code Σ_k |h_k·e^{iθ_k} − t_k|}. */
  public static double distance(double[] head, double[] phase, double[] tail) {
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
   * Its gradient in all three arguments. With the unit vector {@code u_k = (h_k·e^{iθ_k} − t_k) /
   * |h_k·e^{iθ_k} − t_k|}: in the head {@code u·e^{−iθ}}, in the tail {@code −u}, in the phase
   * {@code Re(ū·i·h·e^{iθ})}.
   */
  public static Gradient gradient(double[] head, double[] phase, double[] tail) {
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

  private static double modulus(double x, double y) {
    return Math.sqrt(x * x + y * y + RotatE.SMOOTHING);
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
