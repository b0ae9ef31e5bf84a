package org.metarec.meta.inner;

import java.util.stream.IntStream;
import org.metarec.path.PathIndex;
import org.metarec.path.UserPaths;
import org.metarec.triple.time.Interactions;

/**
 * The interactions from which a user's weights are adapted, oldest first. Immutable; the arrays are
 * taken over.
 */
public final class SupportSet {
  /** A longer history is cut to its latest interactions; those that the caller passes in stay. */
  public static final int LATEST = 500;

  private final int[] items;
  private final float[] ratings;
  private final double[] times;

  /**
   * @param items dense item ids, distinct
   * @param ratings on the scale 1 … 5, NaN for a click
   * @param times ascending, −∞ where unknown
   */
  public SupportSet(int[] items, float[] ratings, double[] times) {
    this.items = items;
    this.ratings = ratings;
    this.times = times;
  }

  /**
   * Some of a user's interactions.
   *
   * @param positions among all that the user interacted with, ascending where these are in time
   */
  public static SupportSet of(Interactions interactions, int user, IntStream positions) {
    int[] some = positions.toArray();
    float[] ratings = new float[some.length];
    for (int i = 0; i < some.length; i++) {
      ratings[i] = interactions.rating(user, some[i]);
    }
    int[] items = IntStream.of(some).map(i -> interactions.item(user, i)).toArray();
    double[] times = IntStream.of(some).mapToDouble(i -> interactions.moment(user, i)).toArray();
    return new SupportSet(items, ratings, times);
  }

  /** The latest of a user's interactions before one of them, by its position among all. */
  public static SupportSet before(Interactions interactions, int user, int position) {
    return of(interactions, user, IntStream.range(Math.max(0, position - LATEST), position));
  }

  public int size() {
    return items.length;
  }

  public int item(int position) {
    return items[position];
  }

  /** All items, oldest first; a copy. */
  public int[] items() {
    return items.clone();
  }

  /** On the scale 1 … 5, NaN for a click. */
  public float rating(int position) {
    return ratings[position];
  }

  /** What the inner loop should score an item: 1 for a click, (rating − 2) / 2 for a rating. */
  public float target(int position) {
    float rating = ratings[position];
    return Float.isNaN(rating) ? 1 : (rating - 2) / 2;
  }

  /** How much an item's paths count: 1 for a click, rating / 4 if liked, 0 if not. */
  public float pathWeight(int position) {
    float rating = ratings[position];
    if (!Interactions.liked(rating)) {
      return 0;
    }
    return Float.isNaN(rating) ? 1 : rating / 4;
  }

  /** The clicks folded into path weights. */
  public UserPaths pathsIn(PathIndex index) {
    UserPaths paths = new UserPaths(index);
    setIn(paths);
    return paths;
  }

  /** Folds the liked ones into path weights. */
  public void setIn(UserPaths paths) {
    int[] liked = liked();
    float[] weights = new float[liked.length];
    for (int i = 0; i < liked.length; i++) {
      weights[i] = pathWeight(liked[i]);
    }
    paths.set(IntStream.of(liked).map(i -> items[i]).toArray(), weights, ages(liked));
  }

  /** Whether any liked one is known to be older than another. */
  public boolean fades() {
    return IntStream.of(ages(liked())).anyMatch(age -> age > 0);
  }

  private int[] liked() {
    return IntStream.range(0, items.length).filter(i -> pathWeight(i) > 0).toArray();
  }

  /** How many liked ones came later than each; 0 for one without a time. */
  private int[] ages(int[] liked) {
    int[] ages = new int[liked.length];
    for (int i = liked.length - 2; i >= 0 && times[liked[i]] > Double.NEGATIVE_INFINITY; i--) {
      boolean isAtOnce = times[liked[i]] == times[liked[i + 1]];
      ages[i] = isAtOnce ? ages[i + 1] : liked.length - 1 - i;
    }
    return ages;
  }

  /**
   * What the paths say of each item by its other clicks.
   *
   * @param paths in which these were set
   */
  public float[] values(int feature, UserPaths paths) {
    float[] values = paths.values(feature, items);
    for (int i = 0; i < items.length; i++) {
      values[i] -= paths.ownPart(feature, items[i]);
    }
    return values;
  }
}
