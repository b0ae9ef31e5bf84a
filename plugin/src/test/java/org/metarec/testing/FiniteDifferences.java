package org.metarec.testing;

import java.util.function.ToDoubleFunction;

/** Gradients by central differences, to test those that were worked out by hand. */
public final class FiniteDifferences {

  /** Balances the error of the formula, of order step², against cancellation, of order 1/step. */
  private static final double STEP = 1e-5;

  private FiniteDifferences() {}

  /**
   * The gradient {@code (f(x + δ) − f(x − δ)) / 2δ} in each coordinate.
   *
   * @param function must be smooth within 1e-5 of the point
   * @param point left as it was
   */
  public static double[] gradient(ToDoubleFunction<double[]> function, double[] point) {
    double[] moved = point.clone();
    double[] gradient = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      moved[i] = point[i] + STEP;
      double above = function.applyAsDouble(moved);
      moved[i] = point[i] - STEP;
      double below = function.applyAsDouble(moved);
      moved[i] = point[i];
      gradient[i] = (above - below) / (2 * STEP);
    }
    return gradient;
  }
}
