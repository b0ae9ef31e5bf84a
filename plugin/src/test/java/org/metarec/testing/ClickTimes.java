package org.metarec.testing;

import java.util.Arrays;
import org.metarec.triple.InteractionTimes;

/** Times for interactions whose times do not matter. */
public final class ClickTimes {
  private ClickTimes() {}

  /** Nobody said when. */
  public static InteractionTimes unknown(int[] offsets) {
    double[] times = new double[offsets[offsets.length - 1]];
    Arrays.fill(times, Double.NEGATIVE_INFINITY);
    return new InteractionTimes(offsets, times);
  }
}
