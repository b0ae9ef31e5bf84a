package org.metarec.triple;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Pairs of user and item that the embeddings do not read, so that the meta-learner can ask for
 * something that they have not learned by heart: what they tell of such a pair is what they tell of
 * any. So does stacking, whose second learner sees what the first says of rows that it was not
 * trained on (Wolpert, Neural Networks 5, 1992; ADR 36).
 *
 * <p>Whoever has few items is learned by heart the soonest. Of a user of n each is unread with
 * probability {@code t²}, and a share {@code t / 2} of the user's tasks asks for these alone,
 * {@code t = 30 / (n + 30)}. But nobody loses all: a user keeps the last item, an item the first of
 * its users. Immutable; all follows from the seed.
 */
public final class UnreadInteractions {
  /** Items of a user of whom t is ½. */
  private static final double HALF_READ = 30;

  private static final int NOBODY = -1;

  private final long seed;
  private final double[] byHeart;
  private final int[] lastOfUser;
  private final int[] firstOfItem;

  private UnreadInteractions(long seed, double[] byHeart, int[] lastOfUser, int[] firstOfItem) {
    this.seed = seed;
    this.byHeart = byHeart;
    this.lastOfUser = lastOfUser;
    this.firstOfItem = firstOfItem;
  }

  /** All are read. */
  public static UnreadInteractions none() {
    return new UnreadInteractions(0, new double[0], new int[0], new int[0]);
  }

  /** Chooses among all interactions of a graph. */
  public static UnreadInteractions of(Interactions all, long seed) {
    double[] byHeart = new double[all.userCount()];
    int[] last = new int[all.userCount()];
    int[] first = new int[all.itemCount()];
    Arrays.fill(first, NOBODY);
    for (int user = 0; user < all.userCount(); user++) {
      int size = all.size(user);
      byHeart[user] = HALF_READ / (size + HALF_READ);
      last[user] = size == 0 ? NOBODY : all.item(user, size - 1);
      for (int position = 0; position < size; position++) {
        int item = all.item(user, position);
        first[item] = first[item] == NOBODY ? user : first[item];
      }
    }
    return new UnreadInteractions(seed, byHeart, last, first);
  }

  /** Whether the embeddings do not read that a user interacted with an item. */
  public boolean has(int user, int item) {
    return user < byHeart.length
        && item != lastOfUser[user]
        && user != firstOfItem[item]
        && coin(user, item) < byHeart[user] * byHeart[user];
  }

  /** The share of a user's tasks that ask for what is unread alone. */
  public double shareOfTasks(int user) {
    return user < byHeart.length ? byHeart[user] / 2 : 0;
  }

  /** Each pair has one of its own. */
  private double coin(int user, int item) {
    return new SplittableRandom(seed ^ ((long) user << Integer.SIZE | item)).nextDouble();
  }

  /**
   * The places of triples that join such pairs, by whatever relation.
   *
   * @param triples of the graph: items are its first entities, users the next
   */
  public BitSet placesIn(Triples triples) {
    BitSet places = new BitSet(triples.size());
    int items = firstOfItem.length;
    for (int i = 0; i < triples.size(); i++) {
      int user = triples.head(i) - items;
      int item = triples.tail(i);
      places.set(i, user >= 0 && item < items && has(user, item));
    }
    return places;
  }
}
