package org.metarec.meta.task;

import java.util.SplittableRandom;
import org.metarec.triple.time.ItemArrivals;
import org.metarec.triple.time.ItemTimes;

/** The known items: all of them, those of a stretch of time, those that were there. Immutable. */
final class ItemPools {
  /** Years from the oldest item of a stretch to the latest. */
  private static final float YEARS = 3;

  /** A pool of fewer items does not count: the same few would always compete. */
  private static final int FEWEST = 60;

  private final ItemTimes times;
  private final ItemPool all;
  private final OrderedItems byYear;
  private final OrderedItems byArrival;

  ItemPools(int[] known, ItemTimes times, ItemArrivals arrivals) {
    this.times = times;
    this.all = ItemPool.of(known);
    this.byYear = new OrderedItems(known, times::year);
    this.byArrival = new OrderedItems(known, arrivals::moment);
  }

  ItemPool all() {
    return all;
  }

  /** A stretch of three years that holds an item; all items where that is not known or too few. */
  ItemPool around(int item, SplittableRandom random) {
    float from = times.year(item) - YEARS * (float) random.nextDouble();
    return orAll(byYear.between(from, from + YEARS));
  }

  /**
   * Those that had arrived by a moment, then or before; all items where that is −∞, not known, or
   * these are too few.
   */
  ItemPool arrived(double moment) {
    return moment == Double.NEGATIVE_INFINITY
        ? all
        : orAll(byArrival.between(Double.NEGATIVE_INFINITY, Math.nextUp(moment)));
  }

  private ItemPool orAll(ItemPool pool) {
    return pool.size() < FEWEST ? all : pool;
  }
}
