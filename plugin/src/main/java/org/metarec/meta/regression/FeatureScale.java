package org.metarec.meta.regression;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Mean and spread of each feature over some items, by which it becomes one of mean 0 and spread 1.
 * A feature that is the same for all of them says nothing of any item: it becomes 0. Immutable.
 */
public final class FeatureScale {
  /** No feature counts as further than so many spreads from its mean: no single one decides. */
  private static final double LIMIT = 4;

  private static final double SMALLEST_VARIANCE = 1e-9;

  private final float[] mean;
  private final float[] spread;

  private FeatureScale(float[] mean, float[] spread) {
    this.mean = mean;
    this.spread = spread;
  }

  /**
   * The scale of the features of some items, rounded as it is stored.
   *
   * @param rows of an item; asked for once
   * @param length how many features
   */
  public static FeatureScale of(IntFunction<double[]> rows, int[] items, int length) {
    double[] sum = new double[length];
    double[] squares = new double[length];
    for (int item : items) {
      double[] row = rows.apply(item);
      for (int i = 0; i < length; i++) {
        sum[i] += row[i] / items.length;
        squares[i] += row[i] * row[i] / items.length;
      }
    }
    float[] mean = new float[length];
    float[] spread = new float[length];
    for (int i = 0; i < length; i++) {
      double variance = squares[i] - sum[i] * sum[i];
      mean[i] = (float) sum[i];
      spread[i] =
          variance < SMALLEST_VARIANCE ? Float.POSITIVE_INFINITY : (float) Math.sqrt(variance);
    }
    return new FeatureScale(mean, spread);
  }

  /** As {@link #toArray} gave it. */
  public static FeatureScale of(float[] values) {
    int length = values.length / 2;
    return new FeatureScale(
        Arrays.copyOf(values, length), Arrays.copyOfRange(values, length, values.length));
  }

  /** With the mean and spread of another for what was the same for all here. */
  public FeatureScale varying(FeatureScale other) {
    float[] values = toArray();
    for (int i = 0; i < spread.length; i++) {
      if (Float.isInfinite(spread[i])) {
        values[i] = other.mean[i];
        values[i + spread.length] = other.spread[i];
      }
    }
    return of(values);
  }

  /** Means, then spreads, infinite where a feature is the same for all. */
  public float[] toArray() {
    float[] values = Arrays.copyOf(mean, 2 * mean.length);
    System.arraycopy(spread, 0, values, mean.length, mean.length);
    return values;
  }

  public int length() {
    return mean.length;
  }

  public double standard(int feature, double value) {
    return (value - mean[feature]) / spread[feature];
  }

  public double mean(int feature) {
    return mean[feature];
  }

  /** A row cut to 4 spreads from the means; the row itself. */
  public double[] cut(double[] row) {
    for (int i = 0; i < mean.length; i++) {
      double most = LIMIT * spread[i];
      row[i] = Math.max(mean[i] - most, Math.min(mean[i] + most, row[i]));
    }
    return row;
  }

  /**
   * A row, standardised.
   *
   * @return {@code float[length]}
   */
  public float[] standard(double[] row) {
    float[] standard = new float[mean.length];
    for (int i = 0; i < standard.length; i++) {
      standard[i] = (float) standard(i, row[i]);
    }
    return standard;
  }
}
