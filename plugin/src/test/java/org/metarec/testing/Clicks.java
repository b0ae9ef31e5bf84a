package org.metarec.testing;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.ItemArrivals;

/** Interactions, none of which is repeated. */
public final class Clicks {
  private Clicks() {}

  /** Without ratings and times. */
  public static Interactions of(int itemCount, int[] offsets, int[] items) {
    float[] clicks = new float[items.length];
    Arrays.fill(clicks, Float.NaN);
    return withoutTimes(itemCount, offsets, items, clicks);
  }

  /** Without ratings and times, one of each user. */
  public static Interactions oneEach(int itemCount, int... items) {
    return of(itemCount, IntStream.rangeClosed(0, items.length).toArray(), items);
  }

  /**
   * Distinct items that users try at random, without times.
   *
   * @param rating of an item, NaN for a click
   */
  public static Interactions byChance(
      SplittableRandom random, int users, int ofUser, int itemCount, IntToDoubleFunction rating) {
    int[] items =
        IntStream.range(0, users)
            .flatMap(user -> random.ints(0, itemCount).distinct().limit(ofUser))
            .toArray();
    float[] ratings = new float[items.length];
    for (int i = 0; i < items.length; i++) {
      ratings[i] = (float) rating.applyAsDouble(items[i]);
    }
    int[] offsets = IntStream.rangeClosed(0, users).map(user -> user * ofUser).toArray();
    return withoutTimes(itemCount, offsets, items, ratings);
  }

  /**
   * The same, but they were at these times.
   *
   * @param times in the order of the interactions
   */
  public static Interactions at(Interactions clicks, double... times) {
    int[] offsets = new int[clicks.userCount() + 1];
    int[] items = new int[clicks.size()];
    float[] ratings = new float[clicks.size()];
    int place = 0;
    for (int user = 0; user < clicks.userCount(); user++) {
      for (int position = 0; position < clicks.size(user); position++, place++) {
        items[place] = clicks.item(user, position);
        ratings[place] = clicks.rating(user, position);
      }
      offsets[user + 1] = place;
    }
    ItemArrivals arrivals = ItemArrivals.of(clicks.itemCount(), items, times);
    return new Interactions(offsets, items, ratings, times, arrivals);
  }

  /** All at one moment. */
  public static Interactions atOnce(Interactions clicks) {
    return at(clicks, new double[clicks.size()]);
  }

  /** At 0, 1, 2 …, in their order. */
  public static Interactions oneByOne(Interactions clicks) {
    return at(clicks, IntStream.range(0, clicks.size()).asDoubleStream().toArray());
  }

  /**
   * Nobody said when they were.
   *
   * @param itemCount number of items; item ids lie in {@code [0, itemCount)}
   */
  public static Interactions withoutTimes(
      int itemCount, int[] offsets, int[] items, float[] ratings) {
    double[] times = new double[items.length];
    Arrays.fill(times, Double.NEGATIVE_INFINITY);
    ItemArrivals arrivals = ItemArrivals.of(itemCount, items, times);
    return new Interactions(offsets, items, ratings, times, arrivals);
  }
}
