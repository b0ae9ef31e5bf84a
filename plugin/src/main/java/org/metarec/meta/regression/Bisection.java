package org.metarec.meta.regression;

import java.util.function.DoubleUnaryOperator;

/** Finds where a function that falls is 0, as the derivative of a concave one where it is most. */
public final class Bisection {
  private Bisection() {}

  /**
   * The root, to a share of {@code 2^−halvings} of the range; the nearer end where there is none.
   *
   * @param falling is above 0 before the root and not after it
   */
  public static double root(DoubleUnaryOperator falling, double low, double high, int halvings) {
    double from = low;
    double to = high;
    for (int i = 0; i < halvings; i++) {
      double middle = (from + to) / 2;
      if (falling.applyAsDouble(middle) > 0) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return (from + to) / 2;
  }
}
