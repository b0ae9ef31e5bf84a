package org.metarec.triple;

import java.util.Arrays;

/**
 * When each item had its first interaction: for all that is known, it was there from then on.
 * Immutable.
 */
public final class ItemArrivals {
  private final double[] moments;

  /**
   * @param moments {@code double[items]}, as {@link #of(int)} gives them; taken over
   */
  public ItemArrivals(double[] moments) {
    this.moments = moments;
  }

  /** Of all items; where one of an item's interactions has no time, it was always there. */
  public static ItemArrivals of(Interactions interactions, InteractionTimes times) {
    double[] moments = new double[interactions.itemCount()];
    Arrays.fill(moments, Double.NaN);
    for (int user = 0; user < interactions.userCount(); user++) {
      for (int position = 0; position < interactions.size(user); position++) {
        int item = interactions.item(user, position);
        double moment = times.moment(user, position);
        moments[item] = moment >= moments[item] ? moments[item] : moment;
      }
    }
    return new ItemArrivals(moments);
  }

  /** Of an item, as {@link InteractionTimes#moment}; NaN where it has no interactions. */
  public double of(int item) {
    return moments[item];
  }
}
