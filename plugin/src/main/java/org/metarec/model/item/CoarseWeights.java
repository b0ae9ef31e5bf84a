package org.metarec.model.item;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Weights for {@link CoarseRows}: {@code Σ_k w_k φ_ik ≈ constant + unit · (start + Σ_k factor_k
 * q_ik)}, where the sum is one of whole numbers, so it is the same in any order. Immutable.
 */
public final class CoarseWeights {
  /** What some dozens of operations in {@code float} round, relative to what they add up. */
  public static final double ROUNDING = 0x1p-18;

  private final int[] factors;
  private final int start;
  private final double unit;
  private final double constant;
  private final double error;

  /**
   * @param weights {@code double[4 · quads]}: what a step of each coordinate is worth
   * @param constant what every row has
   */
  CoarseWeights(double[] weights, double constant) {
    double largest = DoubleStream.of(weights).map(Math::abs).max().orElse(0);
    double sum = DoubleStream.of(weights).map(Math::abs).sum();
    int most = Integer.MAX_VALUE / (2 * CoarseRows.MIDDLE) / Math.max(1, weights.length);
    this.unit = largest / most;
    this.constant = constant;
    this.factors =
        DoubleStream.of(weights)
            .mapToInt(w -> unit == 0 ? 0 : (int) Math.round(w / unit))
            .toArray();
    this.start = -CoarseRows.MIDDLE * IntStream.of(factors).sum();
    double ofRows = sum / 2;
    double ofFactors = unit / 2 * CoarseRows.MIDDLE * weights.length;
    double ofFloats = ROUNDING * (Math.abs(constant) + CoarseRows.MIDDLE * sum);
    this.error = ofRows + ofFactors + ofFloats;
  }

  /**
   * One for each coordinate, padded with 0 to whole quads; not a copy. No sum of them, each times a
   * level, is beyond an {@code int}.
   */
  public int[] factors() {
    return factors;
  }

  /** What the sum begins with: levels are counted from the middle one. */
  public int start() {
    return start;
  }

  /** What 1 of the sum is worth. */
  public float unit() {
    return (float) unit;
  }

  /** What every row has. */
  public float constant() {
    return (float) constant;
  }

  /**
   * By how much what these give differs from the truth at most: half a step of each coordinate,
   * half a unit of each factor, and what {@code float} rounds.
   */
  public double error() {
    return error;
  }
}
