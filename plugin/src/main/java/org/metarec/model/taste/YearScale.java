package org.metarec.model.taste;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.metarec.triple.ItemTimes;

/**
 * Puts years on a scale where their mean is 0 and their spread 1.
 *
 * @param mean in years
 * @param spread standard deviation in years, above 0
 */
public record YearScale(float mean, float spread) {
  /** Items of the same day differ by next to nothing: one a year later would be far off. */
  private static final double LEAST_VARIANCE = 1e-6;

  /** The scale of those items whose year is known; 0 and 1 where there are none. */
  public static YearScale of(ItemTimes times, IntStream items) {
    double[] years = items.mapToDouble(times::year).filter(year -> !Double.isNaN(year)).toArray();
    double mean = Arrays.stream(years).average().orElse(0);
    double variance = Arrays.stream(years).map(y -> (y - mean) * (y - mean)).average().orElse(0);
    return new YearScale((float) mean, variance > LEAST_VARIANCE ? (float) Math.sqrt(variance) : 1);
  }

  /**
   * The scale as a model stores it.
   *
   * @param stored mean, then spread
   */
  public static YearScale of(float[] stored) {
    return new YearScale(stored[0], stored[1]);
  }

  /** Mean, then spread. */
  public float[] toArray() {
    return new float[] {mean, spread};
  }

  /**
   * A year on this scale: (year − mean) / spread.
   *
   * @param year in years, NaN where unknown
   * @return 0, as of the mean, where the year is unknown
   */
  public float standard(float year) {
    return Float.isNaN(year) ? 0 : (year - mean) / spread;
  }
}
