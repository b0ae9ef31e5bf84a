package org.metarec.meta;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The likes of the known items of one attribute, in the order of their time: what the attribute had
 * earned by any moment is found without a walk over its items. Immutable.
 */
final class AttributeLikes {
  private final double[] years;
  private final double[] logs;
  private final double[] likes;
  private final float[] best;
  private final float[] second;

  /**
   * @param items of the attribute; new ones are passed over, those without a year come first
   */
  AttributeLikes(IntStream items, ItemLikes of) {
    int[] known =
        items
            .filter(of::isKnown)
            .boxed()
            .sorted((one, other) -> Double.compare(moment(of, one), moment(of, other)))
            .mapToInt(Integer::intValue)
            .toArray();
    this.years = Arrays.stream(known).mapToDouble(item -> moment(of, item)).toArray();
    this.logs = new double[known.length + 1];
    this.likes = new double[known.length + 1];
    this.best = new float[known.length + 1];
    this.second = new float[known.length + 1];
    best[0] = Float.NEGATIVE_INFINITY;
    second[0] = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < known.length; i++) {
      float log = of.centredLog(known[i]);
      logs[i + 1] = logs[i] + log;
      likes[i + 1] = likes[i] + of.likes(known[i]);
      best[i + 1] = Math.max(best[i], log);
      second[i + 1] = Math.max(second[i], Math.min(best[i], log));
    }
  }

  private static double moment(ItemLikes of, int item) {
    return Float.isNaN(of.year(item)) ? Double.NEGATIVE_INFINITY : of.year(item);
  }

  /**
   * What some items earned.
   *
   * @param count how many items
   * @param logs sum of their centred ln(1 + likes)
   * @param likes sum of their likes
   * @param best largest centred ln(1 + likes); −∞ without items
   */
  record Earned(int count, double logs, double likes, float best) {}

  /**
   * What all items had earned by a time.
   *
   * @param year NaN for all time
   */
  Earned until(float year) {
    int end = end(year);
    return new Earned(end, logs[end], likes[end], best[end]);
  }

  /** The same without one known item of that time, which is among them. */
  Earned besides(int item, ItemLikes of) {
    int end = end(of.year(item));
    float own = of.centredLog(item);
    return new Earned(
        end - 1,
        logs[end] - own,
        likes[end] - of.likes(item),
        own == best[end] ? second[end] : best[end]);
  }

  private int end(float year) {
    return Float.isNaN(year) ? years.length : itemsUntil(year);
  }

  /** Number of items of a year or before. */
  private int itemsUntil(double year) {
    int low = 0;
    int high = years.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (years[middle] <= year) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
