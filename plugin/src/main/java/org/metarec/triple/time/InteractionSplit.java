package org.metarec.triple.time;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.metarec.triple.Interactions;
import org.metarec.triple.Triples;

/**
 * Interactions to learn from, and some held back to see how well they are foretold.
 *
 * @param training to learn from
 * @param times of those
 * @param heldBack of the same users, with other items
 */
public record InteractionSplit(
    Interactions training, InteractionTimes times, Interactions heldBack) {

  /** Nothing is held back. */
  public static InteractionSplit none(Interactions all, InteractionTimes times) {
    return new InteractionSplit(all, times, all.select(new BitSet()));
  }

  /**
   * Holds back what the embeddings cannot know: pairs of user and item of which they have seen no
   * triple, by whatever relation. But an item keeps an interaction, and the one with which it came:
   * it is not taken for a new one, or for one that came later.
   *
   * @param triples all, in the ids of {@link org.metarec.triple.Vocabulary}
   * @param unseen those of them that the embeddings have not been trained on
   */
  public static InteractionSplit of(
      Interactions all, InteractionTimes times, Triples triples, Triples unseen) {
    UnseenPairs pairs = new UnseenPairs(triples, unseen);
    int[] left = all.usersPerItem();
    BitSet places = new BitSet(all.size());
    int place = 0;
    for (int user = 0; user < all.userCount(); user++) {
      for (int position = 0; position < all.size(user); position++, place++) {
        int item = all.item(user, position);
        boolean isArrival = times.moment(user, position) == times.arrivals().moment(item);
        if (pairs.has(all.itemCount() + user, item)
            && left[item] > 1
            && !(isArrival && times.isKnown(user, position))) {
          places.set(place);
          left[item]--;
        }
      }
    }
    if (places.isEmpty()) {
      return none(all, times);
    }
    Interactions heldBack = all.select(places);
    places.flip(0, all.size());
    return new InteractionSplit(all.select(places), times.select(places), heldBack);
  }

  /** Pairs of head and tail, and how many of their triples were seen. */
  private static final class UnseenPairs {
    private final long[] pairs;
    private final int[] seen;

    UnseenPairs(Triples triples, Triples unseen) {
      this.pairs =
          IntStream.range(0, unseen.size())
              .mapToLong(i -> pair(unseen.head(i), unseen.tail(i)))
              .sorted()
              .distinct()
              .toArray();
      this.seen = new int[pairs.length];
      count(triples, 1);
      count(unseen, -1);
    }

    private void count(Triples triples, int times) {
      for (int i = 0; i < triples.size(); i++) {
        int place = place(triples.head(i), triples.tail(i));
        if (place >= 0) {
          seen[place] += times;
        }
      }
    }

    boolean has(int head, int tail) {
      int place = place(head, tail);
      return place >= 0 && seen[place] == 0;
    }

    private int place(int head, int tail) {
      return Arrays.binarySearch(pairs, pair(head, tail));
    }

    private static long pair(int head, int tail) {
      return (long) head << Integer.SIZE | tail;
    }
  }
}
