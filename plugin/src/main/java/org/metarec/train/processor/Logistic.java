package org.metarec.train.processor;

/**
 * The logistic function {@code σ(x) = 1 / (1 + e^{−x})} and the softplus {@code ln(1 + e^x)} of
 * many numbers, both from one exponential. The loss asks for two exponentials a pair: polynomials
 * right to 1e-8, in loops without branches, which are vectorised, take a fraction of the time of
 * {@link Math}'s functions. Not thread-safe.
 */
final class Logistic {

  /** Beyond it e^x is taken for e^87 and e^−87, which {@code float} still holds. */
  private static final double LARGEST = 87;

  private static final int SQUARINGS = 9;
  private static final double FRACTION = 1.0 / (1 << SQUARINGS);

  private final double[] sigmoid;
  private final double[] softplus;

  Logistic(int count) {
    this.sigmoid = new double[count];
    this.softplus = new double[count];
  }

  /** {@code double[count]}: σ at the numbers that {@link #at} was given last. */
  double[] sigmoid() {
    return sigmoid;
  }

  /** {@code double[count]}: softplus at the same numbers. */
  double[] softplus() {
    return softplus;
  }

  /**
   * Takes both at each {@code x}; NaN where x is NaN.
   *
   * <p>With {@code t = e^{−x}}, {@code σ = 1 / (1 + t)}; the smaller one of t and 1 / t is {@code y
   * = e^{−|x|}}, and the softplus is {@code max(x, 0) + ln(1 + y)}.
   *
   * @param x {@code double[count]}
   */
  void at(double[] x) {
    for (int i = 0; i < sigmoid.length; i++) {
      sigmoid[i] = -x[i];
    }
    exp(sigmoid);
    for (int i = 0; i < sigmoid.length; i++) {
      double t = sigmoid[i];
      double inverse = 1 / ((2 + t) * (1 + 2 * t));
      double ofSmall = t * inverse * (1 + 2 * t); // t / (2 + t)
      double ofLarge = inverse * (2 + t); // 1/t / (2 + 1/t)
      softplus[i] = Math.min(ofSmall, ofLarge);
    }
    for (int i = 0; i < sigmoid.length; i++) {
      sigmoid[i] = 1 / (1 + sigmoid[i]);
    }
    for (int i = 0; i < softplus.length; i++) {
      softplus[i] = Math.max(x[i], 0) + 2 * artanh(softplus[i]);
    }
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

  /** Each x becomes {@code e^x}: Taylor's polynomial of x / 512, squared nine times. */
  static void exp(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.max(-LARGEST, Math.min(x[i], LARGEST)) * FRACTION;
    }
    for (int i = 0; i < x.length; i++) {
      double f = x[i];
      double f2 = f * f;
      double f4 = f2 * f2;
      double low = 1 + f + f2 * (1 / 2.0 + f * (1 / 6.0));
      double high = 1 / 24.0 + f * (1 / 120.0) + f2 * (1 / 720.0 + f * (1 / 5040.0));
      x[i] = low + f4 * (high + f4 * (1 / 40320.0));
    }
    for (int i = 0; i < x.length; i++) {
      double p = x[i];
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      x[i] = p * p;
    }
  }
}
