package org.metarec.train;

/**
 * The logistic function {@code σ(x) = 1 / (1 + e^{−x})} and the softplus {@code ln(1 + e^x)}, both
 * from one exponential and one division. The loss asks for two exponentials a pair; polynomials
 * right to 1e-8 take half the time of {@link Math}'s functions.
 */
final class Logistic {
  private static final double LOG2_E = 1 / Math.log(2);
  private static final double LN_2 = Math.log(2);
  private static final double SMALLEST = -700;
  private static final int MANTISSA_BITS = 52;

  private double sigmoid;
  private double softplus;

  /** Takes both at {@code x}; NaN where x is NaN. */
  void at(double x) {
    double decay = exp(-Math.abs(x));
    double inverse = 1 / ((1 + decay) * (2 + decay));
    double ofPositive = inverse * (2 + decay);
    sigmoid = x > 0 ? ofPositive : ofPositive * decay;
    softplus = Math.max(x, 0) + 2 * artanh(decay * inverse * (1 + decay));
  }

  double sigmoid() {
    return sigmoid;
  }

  double softplus() {
    return softplus;
  }

  /**
   * {@code e^x}: with {@code x = n ln 2 + f}, Taylor's polynomial of f, times {@code 2^n}.
   *
   * @param x at most 0; below −700 the result is 0
   */
  static double exp(double x) {
    if (x < SMALLEST) {
      return 0;
    }
    int n = (int) (x * LOG2_E - 0.5);
    double f = x - n * LN_2;
    double f2 = f * f;
    double low = 1 + f + f2 * (1 / 2.0 + f * (1 / 6.0));
    double high = 1 / 24.0 + f * (1 / 120.0) + f2 * (1 / 720.0 + f * (1 / 5040.0));
    double power = Double.longBitsToDouble((long) (n + Double.MAX_EXPONENT) << MANTISSA_BITS);
    return (low + f2 * f2 * high) * power;
  }

  /**
   * With {@code z = y / (2 + y)}, half of {@code ln(1 + y)}.
   *
   * @param z from 0 to 1/3
   */
  private static double artanh(double z) {
    double z2 = z * z;
    double z4 = z2 * z2;
    double low = 1 + z2 * (1 / 3.0) + z4 * (1 / 5.0 + z2 * (1 / 7.0));
    double high = 1 / 9.0 + z2 * (1 / 11.0) + z4 * (1 / 13.0 + z2 * (1 / 15.0));
    return z * (low + z4 * z4 * high);
  }
}
