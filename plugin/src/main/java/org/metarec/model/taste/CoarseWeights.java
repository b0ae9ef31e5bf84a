package org.metarec.model.taste;

import java.util.stream.DoubleStream;

/**
 * Weights for {@link CoarseRows}: {@code Σ_k w_k φ_ik ≈ constant + unit · Σ_k factor_k q_ik}, where
 * the sum on the right is one of whole numbers, so it is the same in any order. Immutable.
 */
public final class CoarseWeights {
  /** A few roundings of a {@code float}, relative. */
  private static final double ROUNDING = 0x1p-21;

  private final int[] factors;
  private final double unit;
  private final double constant;
  private final double error;

  /**
   * @param weights {@code double[4 · quads]}: what a step of each coordinate is worth; taken over
   * @param constant what every row has
   */
  CoarseWeights(double[] weights, double constant) {
    double largest = DoubleStream.of(weights).map(Math::abs).max().orElse(0);
    double sum = DoubleStream.of(weights).map(Math::abs).sum();
    int most = Integer.MAX_VALUE / CoarseRows.HIGHEST / Math.max(1, weights.length);
    this.unit = largest / most;
    this.constant = constant;
    this.factors =
        DoubleStream.of(weights)
            .mapToInt(w -> unit == 0 ? 0 : (int) Math.round(w / unit))
            .toArray();
    double ofRows = sum / 2;
    double ofFactors = unit / 2 * CoarseRows.HIGHEST * weights.length;
    double ofFloats = ROUNDING * (Math.abs(constant) + CoarseRows.HIGHEST * sum);
    this.error = ofRows + ofFactors + ofFloats;
  }

  /** One for each coordinate, padded with 0 to whole quads; not a copy. */
  public int[] factors() {
    return factors;
  }

  /** What 1 of the sum of whole numbers is worth. */
  public float unit() {
    return (float) unit;
  }

  /** What every row has. */
  public float constant() {
    return (float) constant;
  }

  /** By how much {@code constant + unit · Σ_k factor_k q_ik} differs from the truth at most. */
  public double error() {
    return error;
  }
}
