package org.metarec.meta.level;

import java.util.Arrays;
import java.util.function.IntPredicate;
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
  public static YoungItems of(int[] known, RecentLikes likes, ItemTimes times) {
    return of(known, likes::hasJustCome, times);
  }

  static YoungItems of(int[] known, IntPredicate hasJustCome, ItemTimes times) {
    int[] byAge =
        Arrays.stream(known)
            .filter(item -> !Float.isNaN(times.year(item)))
            .boxed()
            .sorted((one, other) -> Float.compare(times.year(other), times.year(one)))
            .mapToInt(item -> item)
            .toArray();
    float since = Float.POSITIVE_INFINITY;
    int justCame = 0;
    for (int i = 0; i < byAge.length; i++) {
      float year = times.year(byAge[i]);
      justCame += hasJustCome.test(byAge[i]) ? 1 : 0;
      boolean isLastOfYear = i == byAge.length - 1 || times.year(byAge[i + 1]) < year;
      if (isLastOfYear && i + 1 >= FEWEST && 2 * justCame > i + 1) {
        since = year;
      }
    }
    return new YoungItems(times, since);
  }

  /** Whether an item is as young; of an unknown age it is not. */
  public boolean has(int item) {
    return times.year(item) >= since;
  }
}
