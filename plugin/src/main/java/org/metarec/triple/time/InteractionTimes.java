package org.metarec.triple.time;

import java.util.BitSet;
import java.util.stream.DoubleStream;
import org.metarec.triple.Interactions;

/**
 * When the interactions were, in the order of {@link org.metarec.triple.Interactions}. Immutable
 * once built: the arrays are taken over, not copied.
 */
public final class InteractionTimes {
  private final int[] offsets;
  private final double[] times;
  private final ItemArrivals arrivals;

  /**
   * @param offsets {@code int[users + 1]}: where each user's row begins
   * @param times ascending within a user, −∞ where unknown
   * @param arrivals of the items
   */
  public InteractionTimes(int[] offsets, double[] times, ItemArrivals arrivals) {
    this.offsets = offsets;
    this.times = times;
    this.arrivals = arrivals;
  }

  /** Those of {@link Interactions#select}; the items came when they came. */
  public InteractionTimes select(BitSet places) {
    double[] some = places.stream().mapToDouble(place -> times[place]).toArray();
    return new InteractionTimes(Interactions.select(offsets, places), some, arrivals);
  }

  /**
   * Time of the last interaction until now; −∞ where none has a time. Had a date in the future
   * counted, later interactions would not be new to a warm start.
   *
   * @param now in seconds since 1970; where most times are later they count in another unit, and
   *     the last of all is meant
   */
  public double latest(double now) {
    double[] known =
        DoubleStream.of(times).filter(time -> time > Double.NEGATIVE_INFINITY).toArray();
    double[] past = DoubleStream.of(known).filter(time -> time <= now).toArray();
    return DoubleStream.of(2 * past.length < known.length ? known : past)
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /** Whether a user's interaction has a time. */
  public boolean isKnown(int user, int position) {
    return moment(user, position) > Double.NEGATIVE_INFINITY;
  }

  /**
   * How long ago a user's interaction was, by the {@link InteractionClock}: the share of all
   * interactions that came then or since.
   */
  public double age(int user, int position) {
    return 1 - arrivals.clock().at(moment(user, position));
  }

  /** When the items came. */
  public ItemArrivals arrivals() {
    return arrivals;
  }

  /** Of a user's interaction; −∞ where unknown. */
  public double moment(int user, int position) {
    return times[offsets[user] + position];
  }
}
