package org.metarec.testing;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.metarec.triple.Interactions;
import org.metarec.triple.time.InteractionTimes;
import org.metarec.triple.time.ItemArrivals;

/** When interactions were, none of which is repeated. */
public final class ClickTimes {
  private ClickTimes() {}

  /**
   * They were at these times.
   *
   * @param times in the order of the interactions
   */
  public static InteractionTimes of(Interactions interactions, double... times) {
    int[] offsets = new int[interactions.userCount() + 1];
    IntStream.Builder items = IntStream.builder();
    for (int user = 0; user + 1 < offsets.length; user++) {
      offsets[user + 1] = offsets[user] + interactions.size(user);
      for (int position = 0; position < interactions.size(user); position++) {
        items.add(interactions.item(user, position));
      }
    }
    ItemArrivals arrivals =
        ItemArrivals.of(interactions.itemCount(), items.build().toArray(), times);
    return new InteractionTimes(offsets, times, arrivals);
  }

  /** All at one moment. */
  public static InteractionTimes atOnce(Interactions interactions) {
    return of(interactions, new double[interactions.size()]);
  }

  /** Nobody said when. */
  public static InteractionTimes unknown(Interactions interactions) {
    double[] times = new double[interactions.size()];
    Arrays.fill(times, Double.NEGATIVE_INFINITY);
    return of(interactions, times);
  }
}
