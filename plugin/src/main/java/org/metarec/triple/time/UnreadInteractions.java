package org.metarec.triple.time;

import com.google.common.primitives.ImmutableLongArray;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.metarec.triple.IntPair;
import org.metarec.triple.Triples;

/**
 * Pairs of user and item that the embeddings do not read, so that the meta-learner can ask for
 * something that they have not learned by heart: what they tell of such a pair is what they tell of
 * any. So does stacking, whose second learner sees what the first says of rows that it was not
 * trained on (Wolpert, Neural Networks 5, 1992; ADR 36).
 *
 * <p>Whoever has few items is learned by heart the soonest. Of a user of n each is unread with
 * probability {@code t²}, and a share {@code t / 2} of the user's tasks asks for these alone,
 * {@code t = 30 / (n + 30)}. But of each user, item and relation something is read. Immutable.
 */
public final class UnreadInteractions {
  /** Items of a user of whom half is learned by heart: t is ½, and embeddings count half. */
  public static final double HALF_BY_HEART = 30;

  private final int items;
  private final long[] pairs;
  private final double[] tOfUser;

  private UnreadInteractions(int items, long[] sortedPairs, double[] tOfUser) {
    this.items = items;
    this.pairs = sortedPairs;
    this.tOfUser = tOfUser;
  }

  /** All are read. */
  public static UnreadInteractions none() {
    return new UnreadInteractions(0, new long[0], new double[0]);
  }

  /**
   * Chooses at random.
   *
   * @param all interactions of a graph
   * @param triples of that graph: items are its first entities, users the next
   */
  public static UnreadInteractions of(Interactions all, Triples triples, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<Long> read = firstOfRelations(triples, all.itemCount());
    int[] readOfItem = all.usersPerItem();
    ImmutableLongArray.Builder pairs = ImmutableLongArray.builder();
    double[] t = new double[all.userCount()];
    for (int user = 0; user < all.userCount(); user++) {
      int readOfUser = all.size(user);
      t[user] = HALF_BY_HEART / (readOfUser + HALF_BY_HEART);
      for (int position = 0; position < all.size(user); position++) {
        int item = all.item(user, position);
        if (random.nextDouble() < t[user] * t[user]
            && readOfUser > 1
            && readOfItem[item] > 1
            && !read.contains(IntPair.of(user, item))) {
          readOfUser--;
          readOfItem[item]--;
          pairs.add(IntPair.of(user, item));
        }
      }
    }
    long[] sorted = pairs.build().toArray();
    Arrays.sort(sorted);
    return new UnreadInteractions(all.itemCount(), sorted, t);
  }

  private static Set<Long> firstOfRelations(Triples triples, int items) {
    Set<Long> first = new HashSet<>();
    BitSet seen = new BitSet(triples.relationCount());
    for (int i = 0; i < triples.size(); i++) {
      if (!seen.get(triples.relation(i))) {
        seen.set(triples.relation(i));
        first.add(IntPair.of(triples.head(i) - items, triples.tail(i)));
      }
    }
    return first;
  }

  /** Whether the embeddings do not read that a user interacted with an item. */
  public boolean has(int user, int item) {
    return Arrays.binarySearch(pairs, IntPair.of(user, item)) >= 0;
  }

  /** The share of a user's tasks that asks for what is unread alone. */
  public double shareOfTasks(int user) {
    return user < tOfUser.length ? tOfUser[user] / 2 : 0;
  }

  /** The places of triples that join such pairs, by whatever relation. */
  public BitSet placesIn(Triples triples) {
    BitSet places = new BitSet(triples.size());
    for (int i = 0; i < triples.size(); i++) {
      places.set(i, has(triples.head(i) - items, triples.tail(i)));
    }
    return places;
  }
}
