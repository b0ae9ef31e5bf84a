package org.metarec.meta.regression;

import java.util.stream.IntStream;
import org.metarec.model.taste.YearScale;
import org.metarec.triple.time.ItemTimes;

/**
 * What an item counts in a regression where the newest count most: {@code e^{(year − y) / memory}},
 * and 1 after y or where the year is unknown. Of the items' years y is the latest with which all
 * together count enough, or the first: so a few that are dated ahead, by mistake or before they
 * come, do not make all others old.
 *
 * @param last y, in years
 * @param memory years before y after which an item counts 1/e as much
 */
public record Recency(double last, double memory) {

  /**
   * The recency of some items. A year that {@link YearScale} takes for a mistake is none of them.
   *
   * @param least what they have to count together, if all of them can: the ridge of the regression,
   *     beside which less would say nothing
   */
  public static Recency of(ItemTimes times, int[] items, double memory, double least) {
    YearScale years = YearScale.of(times, IntStream.of(items));
    double[] sorted =
        IntStream.of(items)
            .mapToDouble(item -> years.within(times.year(item)))
            .sorted() // NaN at the end
            .toArray();
    double last = years.earliest();
    double older = 0; // what the items before this one count beside it
    for (int i = 1; i < sorted.length && !Double.isNaN(sorted[i]); i++) {
      older = (older + 1) * Math.exp((sorted[i - 1] - sorted[i]) / memory);
      int others = sorted.length - i; // itself, later ones and those without a year
      last = older + others >= least ? sorted[i] : last;
    }
    return new Recency(last, memory);
  }

  /**
   * What an item counts, from 0 to 1.
   *
   * @param year NaN where unknown
   */
  public double of(float year) {
    return Float.isNaN(year) ? 1 : Math.exp(Math.min(0, year - last) / memory);
  }
}
