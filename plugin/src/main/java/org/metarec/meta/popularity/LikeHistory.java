package org.metarec.meta.popularity;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.metarec.triple.Ascending;
import org.metarec.triple.Progress;
import org.metarec.triple.RowOrder;
import org.metarec.triple.time.Interactions;

/**
 * When items came and when they were liked, from 0 to 1 by the {@link
 * org.metarec.triple.time.InteractionClock}. Likes without a time are left out. Immutable.
 */
public final class LikeHistory {
  private static final int FEWEST_LIKES = 500;

  private final int[] offsets;
  private final int[] likedItems;
  private final double[] moments;
  private final double[] arrivals;
  private final int[] byArrival;
  private final double[] ascendingArrivals;

  public LikeHistory(Interactions interactions, Progress progress) {
    this.offsets = new int[interactions.itemCount() + 1];
    forEach(
        interactions,
        progress,
        (user, position) -> offsets[interactions.item(user, position) + 1]++);
    Arrays.parallelPrefix(offsets, Integer::sum);
    this.likedItems = new int[offsets[offsets.length - 1]];
    this.moments = new double[likedItems.length];
    int[] next = offsets.clone();
    forEach(
        interactions,
        progress,
        (user, position) -> {
          int item = interactions.item(user, position);
          likedItems[next[item]] = item;
          moments[next[item]++] = 1 - interactions.age(user, position);
        });
    for (int item = 0; item + 1 < offsets.length; item++) {
      Arrays.sort(moments, offsets[item], offsets[item + 1]);
    }
    this.arrivals =
        IntStream.range(0, interactions.itemCount())
            .mapToDouble(item -> 1 - interactions.arrivals().exposure(item))
            .toArray();
    this.byArrival = byArrival();
    this.ascendingArrivals = IntStream.of(byArrival).mapToDouble(i -> arrivals[i]).toArray();
  }

  /** What is done for a like. */
  private interface LikeAction {
    void accept(int user, int position);
  }

  private static void forEach(Interactions interactions, Progress progress, LikeAction action) {
    for (int user = 0; user < interactions.userCount(); user++) {
      progress.checkRunning();
      for (int position = 0; position < interactions.size(user); position++) {
        if (Interactions.liked(interactions.rating(user, position))
            && interactions.hasMoment(user, position)) {
          action.accept(user, position);
        }
      }
    }
  }

  private int[] byArrival() {
    int[] liked =
        IntStream.range(0, arrivals.length).filter(i -> offsets[i + 1] > offsets[i]).toArray();
    RowOrder order = new RowOrder(liked.length).by(row -> RowOrder.ascending(arrivals[liked[row]]));
    return IntStream.of(order.rows()).map(row -> liked[row]).toArray();
  }

  /** How many likes there are, of all items, one item after the other. */
  public int size() {
    return moments.length;
  }

  public int item(int like) {
    return likedItems[like];
  }

  public double moment(int like) {
    return moments[like];
  }

  /**
   * The shortest memory that can be learned from: what is forgotten within few likes is chance, and
   * the latest likes, if they share a moment, must not fade as well.
   *
   * @return as a share of the whole time, above 0; more than 1 with few likes, infinite without
   */
  public double shortestMemory() {
    double lastMoment = DoubleStream.of(moments).max().orElse(0);
    return Math.max(FEWEST_LIKES / (double) size(), 1 - lastMoment);
  }

  /** The likes, in the order of time. */
  public int[] inTime(Progress progress) {
    return new RowOrder(size(), progress).by(like -> RowOrder.ascending(moments[like])).rows();
  }

  public int itemCount() {
    return arrivals.length;
  }

  /** Whether a like is the first of its item. */
  boolean isFirst(int like) {
    return like == offsets[likedItems[like]];
  }

  /** The last like of an item before a moment; −1 without one. */
  int lastBefore(double moment, int item) {
    int last = Ascending.below(moment, moments, offsets[item], offsets[item + 1]) - 1;
    return last < offsets[item] ? -1 : last;
  }

  public double arrival(int item) {
    return arrivals[item];
  }

  /** The items that are ever liked, as they came; not a copy. */
  int[] likedByArrival() {
    return byArrival;
  }

  /** How many of these had come before a moment. */
  int there(double moment) {
    return Ascending.below(moment, ascendingArrivals);
  }
}
