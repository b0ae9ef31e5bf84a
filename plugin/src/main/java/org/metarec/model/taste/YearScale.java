package org.metarec.model.taste;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.metarec.triple.time.ItemTimes;

/**
 * Puts years on a scale where their mean is 0 and their spread 1. A year before the earliest or
 * after the latest counts as that: what years mean is learned between the two.
 *
 * @param mean in years
 * @param spread standard deviation in years, above 0
 * @param earliest in years
 * @param latest in years
 */
public record YearScale(float mean, float spread, float earliest, float latest) {
  /** As many numbers are stored. */
  static final int LENGTH = 4;

  /** Items of the same day differ by next to nothing: one a year later would be far off. */
  private static final double LEAST_VARIANCE = 1e-6;

  /** Years further beyond the quartiles than so many times their distance are mistakes. */
  private static final double FAR = 5;

  /** The scale of items whose year is known and no mistake; 0 and 1 where there are none. */
  public static YearScale of(ItemTimes times, IntStream items) {
    double[] known = items.mapToDouble(times::year).filter(year -> !Double.isNaN(year)).toArray();
    double[] years = withoutMistakes(known);
    double mean = Arrays.stream(years).average().orElse(0);
    double variance = Arrays.stream(years).map(y -> (y - mean) * (y - mean)).average().orElse(0);
    return new YearScale(
        (float) mean,
        variance > LEAST_VARIANCE ? (float) Math.sqrt(variance) : 1,
        (float) Arrays.stream(years).min().orElse(0),
        (float) Arrays.stream(years).max().orElse(0));
  }

  /**
   * One 1970 among articles of a week would leave nothing of their differences. Fences around the
   * quartiles are from Tukey, <i>Exploratory Data Analysis</i>, 1977; his are at 1.5 and 3.
   */
  private static double[] withoutMistakes(double[] years) {
    double[] sorted = DoubleStream.of(years).sorted().toArray();
    if (sorted.length == 0) {
      return years;
    }
    double lower = sorted[sorted.length / 4];
    double upper = sorted[sorted.length - 1 - sorted.length / 4];
    double beyond = upper == lower ? Double.POSITIVE_INFINITY : FAR * (upper - lower);
    return Arrays.stream(years)
        .filter(year -> year >= lower - beyond && year <= upper + beyond)
        .toArray();
  }

  /**
   * The scale as a model stores it.
   *
   * @param stored as {@link #toArray} gives it
   */
  public static YearScale of(float[] stored) {
    return new YearScale(stored[0], stored[1], stored[2], stored[3]);
  }

  /** Mean, spread, earliest, latest. */
  public float[] toArray() {
    return new float[] {mean, spread, earliest, latest};
  }

  /**
   * A year on this scale: (year − mean) / spread.
   *
   * @param year in years, NaN where unknown
   * @return 0, as of the mean, where the year is unknown
   */
  public float standard(float year) {
    return Float.isNaN(year) ? 0 : (within(year) - mean) / spread;
  }

  /**
   * A year, the earliest of one before it and the latest of one after it.
   *
   * @param year NaN where unknown, and so is the result
   */
  public float within(float year) {
    return Math.max(earliest, Math.min(latest, year));
  }
}
