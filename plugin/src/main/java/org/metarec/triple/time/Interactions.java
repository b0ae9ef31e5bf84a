package org.metarec.triple.time;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What each user interacted with and when: distinct items in the order of time, as compressed
 * sparse rows. Where no interaction has a time, the order means nothing. Immutable once built: the
 * arrays are taken over, not copied.
 */
public final class Interactions {
  private final int[] offsets;
  private final int[] items;
  private final float[] ratings;
  private final double[] times;
  private final ItemArrivals arrivals;

  /**
   * @param offsets {@code int[users + 1]}: where each user's row begins
   * @param items dense item ids, oldest interaction first within a user
   * @param ratings on the scale 1 … 5, NaN where the interaction is a plain click
   * @param times ascending within a user, −∞ where unknown
   * @param arrivals of all items
   */
  public Interactions(
      int[] offsets, int[] items, float[] ratings, double[] times, ItemArrivals arrivals) {
    int end = offsets[offsets.length - 1];
    if (items.length != ratings.length || items.length != times.length || items.length != end) {
      throw new IllegalArgumentException(
          "%d items, %d ratings, %d times, rows end at %d"
              .formatted(items.length, ratings.length, times.length, end));
    }
    this.offsets = offsets;
    this.items = items;
    this.ratings = ratings;
    this.times = times;
    this.arrivals = arrivals;
  }

  /**
   * Some of the interactions; the items came when they came.
   *
   * @param places counted through all users
   */
  public Interactions select(BitSet places) {
    int[] some = places.stream().toArray();
    float[] ratingsOfSome = new float[some.length];
    for (int i = 0; i < some.length; i++) {
      ratingsOfSome[i] = ratings[some[i]];
    }
    int[] itemsOfSome = IntStream.of(some).map(place -> items[place]).toArray();
    double[] timesOfSome = IntStream.of(some).mapToDouble(place -> times[place]).toArray();
    return new Interactions(offsetsOf(places), itemsOfSome, ratingsOfSome, timesOfSome, arrivals);
  }

  private int[] offsetsOf(BitSet places) {
    int[] selected = new int[offsets.length];
    for (int user = 0; user < userCount(); user++) {
      int left = places.get(offsets[user], offsets[user + 1]).cardinality();
      selected[user + 1] = selected[user] + left;
    }
    return selected;
  }

  public int userCount() {
    return offsets.length - 1;
  }

  public int itemCount() {
    return arrivals.itemCount();
  }

  /** Whether the order within a user is that of time; where nobody said when, it means nothing. */
  public boolean isInTime() {
    return arrivals.clock().isDated();
  }

  /** Number of distinct (user, item) pairs. */
  public int size() {
    return items.length;
  }

  public int size(int user) {
    return offsets[user + 1] - offsets[user];
  }

  /** The users who interacted with something. */
  public BitSet knownUsers() {
    BitSet known = new BitSet(userCount());
    for (int user = 0; user < userCount(); user++) {
      known.set(user, size(user) > 0);
    }
    return known;
  }

  /** The items that someone interacted with. */
  public BitSet knownItems() {
    BitSet known = new BitSet(itemCount());
    IntStream.of(items).forEach(known::set);
    return known;
  }

  /** The item of a user's interaction; position 0 is the oldest. */
  public int item(int user, int position) {
    return items[offsets[user] + position];
  }

  /** All of a user's items, oldest first. */
  public IntStream items(int user) {
    return Arrays.stream(items, offsets[user], offsets[user + 1]);
  }

  /** The rating on the scale 1 … 5, NaN for a plain click. */
  public float rating(int user, int position) {
    return ratings[offsets[user] + position];
  }

  /** Whether an interaction speaks for the item: a click, or a rating of at least 3 of 5. */
  public static boolean liked(float rating) {
    return !(rating < 3f); // NaN, a click, is liked
  }

  /** Whether a rating says no less than a click does, whose target in the inner loop is 1. */
  public static boolean likedWell(float rating) {
    return !(rating < 4f); // NaN, a click, is liked well
  }

  /** When a user's interaction was; −∞ where unknown. */
  public double moment(int user, int position) {
    return times[offsets[user] + position];
  }

  /** Whether it is known when a user's interaction was. */
  public boolean hasMoment(int user, int position) {
    return moment(user, position) > Double.NEGATIVE_INFINITY;
  }

  /**
   * How long ago a user's interaction was, by the {@link InteractionClock}: the share of all
   * interactions that came then or since.
   */
  public double age(int user, int position) {
    return 1 - arrivals.clock().at(moment(user, position));
  }

  /** Of each pair of user and item once: who repeats does not make it run. */
  InteractionClock clockOfPairs() {
    return InteractionClock.of(times);
  }

  /** When the items came. */
  public ItemArrivals arrivals() {
    return arrivals;
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

  /** How many interactions are known to be later than a time; all with a time are than −∞. */
  public long later(double time) {
    return DoubleStream.of(times).filter(own -> own > time).count();
  }

  /** Number of users that interacted with each item, liked or not: {@code int[itemCount]}. */
  public int[] usersPerItem() {
    int[] counts = new int[itemCount()];
    for (int item : items) {
      counts[item]++;
    }
    return counts;
  }

  /** Number of users that liked each item: {@code int[itemCount]}. */
  public int[] likesPerItem() {
    int[] counts = new int[itemCount()];
    for (int i = 0; i < items.length; i++) {
      counts[items[i]] += liked(ratings[i]) ? 1 : 0;
    }
    return counts;
  }
}
