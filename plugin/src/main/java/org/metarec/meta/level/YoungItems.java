package org.metarec.meta.level;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.metarec.triple.Ascending;
import org.metarec.triple.time.ItemTimes;

/**
 * Items without interactions that have just come, as far as their times tell: those so young that
 * most of the known items that are as young had just come too. Immutable.
 */
public final class YoungItems {
  /** Fewer known items that are as young are too few to tell. */
  private static final int FEWEST = 10;

  private final ItemTimes times;
  private final float since;

  private YoungItems(ItemTimes times, float since) {
    this.times = times;
    this.since = since;
  }

  /** Those as young as the known items, most of which had just come. */
  public static YoungItems of(int[] known, IntPredicate hasJustCome, ItemTimes times) {
    double[] years = ascending(IntStream.of(known), times);
    double[] ofRecent = ascending(IntStream.of(known).filter(hasJustCome), times);
    float since = Float.POSITIVE_INFINITY;
    for (int i = years.length - FEWEST; i >= 0; i--) {
      int justCame = ofRecent.length - Ascending.below(years[i], ofRecent);
      boolean isFirstOfYear = i == 0 || years[i - 1] < years[i];
      if (isFirstOfYear && 2 * justCame > years.length - i) {
        since = (float) years[i];
      }
    }
    return new YoungItems(times, since);
  }

  private static double[] ascending(IntStream items, ItemTimes times) {
    return items.mapToDouble(times::year).filter(year -> !Double.isNaN(year)).sorted().toArray();
  }

  /** Whether an item is as young; of an unknown age it is not. */
  public boolean has(int item) {
    return times.year(item) >= since;
  }
}
