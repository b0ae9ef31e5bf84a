package org.metarec.meta.task;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metarec.triple.ItemTimes;
import org.metarec.triple.RowOrder;

/** The known items, all of them or those of a stretch of time. Immutable. */
final class ItemPools {
  /** Years from the oldest item of a stretch to the latest. */
  private static final float YEARS = 3;

  /** A stretch with fewer items does not count: the same few would always compete. */
  private static final int FEWEST = 60;

  private final ItemTimes times;
  private final ItemPool all;
  private final int[] inTime;
  private final float[] years;

  ItemPools(int[] known, ItemTimes times) {
    this.times = times;
    this.all = ItemPool.of(known);
    int[] timed = IntStream.of(known).filter(i -> !Float.isNaN(times.year(i))).toArray();
    int[] order =
        new RowOrder(timed.length).by(row -> RowOrder.ascending(times.year(timed[row]))).rows();
    this.inTime = IntStream.of(order).map(row -> timed[row]).toArray();
    this.years = new float[inTime.length];
    for (int i = 0; i < years.length; i++) {
      years[i] = times.year(inTime[i]);
    }
  }

  ItemPool all() {
    return all;
  }

  /** A stretch of three years that holds an item; all items where that is not known or too few. */
  ItemPool around(int item, SplittableRandom random) {
    float from = times.year(item) - YEARS * (float) random.nextDouble();
    float until = from + YEARS;
    int first = position(from);
    int size = position(until) - first;
    return Float.isNaN(from) || size < FEWEST
        ? all
        : new ItemPool(
            inTime, first, size, other -> times.year(other) >= from && times.year(other) < until);
  }

  /** Number of items before a moment. */
  private int position(float year) {
    int found = Arrays.binarySearch(years, year);
    int position = found < 0 ? -found - 1 : found;
    while (position > 0 && years[position - 1] >= year) {
      position--;
    }
    return position;
  }
}
