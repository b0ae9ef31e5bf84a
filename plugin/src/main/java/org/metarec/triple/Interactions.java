package org.metarec.triple;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What each user interacted with: distinct items in the order of time, as compressed sparse rows.
 * Where no interaction has a time, the order means nothing. Immutable once built: the arrays are
 * taken over, not copied.
 */
public final class Interactions {
  private final int itemCount;
  private final boolean isInTime;
  private final int[] offsets;
  private final int[] items;
  private final float[] ratings;

  /**
   * @param itemCount number of items; item ids lie in {@code [0, itemCount)}
   * @param isInTime whether the order within a user is that of time
   * @param offsets {@code int[users + 1]}: where each user's row begins
   * @param items dense item ids, oldest interaction first within a user
   * @param ratings on the scale 1 … 5, NaN where the interaction is a plain click
   */
  public Interactions(
      int itemCount, boolean isInTime, int[] offsets, int[] items, float[] ratings) {
    if (items.length != ratings.length || offsets[offsets.length - 1] != items.length) {
      throw new IllegalArgumentException(
          "%d items, %d ratings, rows end at %d"
              .formatted(items.length, ratings.length, offsets[offsets.length - 1]));
    }
    this.itemCount = itemCount;
    this.isInTime = isInTime;
    this.offsets = offsets;
    this.items = items;
    this.ratings = ratings;
  }

  /**
   * Some of the interactions.
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
    return new Interactions(
        itemCount, isInTime, select(offsets, places), itemsOfSome, ratingsOfSome);
  }

  /**
   * Where each user's row begins if some places alone are left.
   *
   * @param offsets {@code int[users + 1]}: where it begins
   */
  public static int[] select(int[] offsets, BitSet places) {
    int[] selected = new int[offsets.length];
    for (int user = 0; user + 1 < offsets.length; user++) {
      int left = places.get(offsets[user], offsets[user + 1]).cardinality();
      selected[user + 1] = selected[user] + left;
    }
    return selected;
  }

  public int userCount() {
    return offsets.length - 1;
  }

  public int itemCount() {
    return itemCount;
  }

  /** Whether the order within a user is that of time; without times it means nothing. */
  public boolean isInTime() {
    return isInTime;
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

  /** Number of users that interacted with each item, liked or not: {@code int[itemCount]}. */
  public int[] usersPerItem() {
    int[] counts = new int[itemCount];
    for (int item : items) {
      counts[item]++;
    }
    return counts;
  }
}
