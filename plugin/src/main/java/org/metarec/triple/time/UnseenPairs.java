package org.metarec.triple.time;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.metarec.triple.IntPair;
import org.metarec.triple.Triples;

/**
 * Pairs of user and item of which the embeddings have seen no triple, by whatever relation.
 * Immutable.
 */
public final class UnseenPairs {
  private final int items;
  private final UnreadInteractions unread;
  private final long[] heldBack;
  private final int[] seen;

  /**
   * What embeddings do not know of a graph.
   *
   * @param triples all, of which the items are the first entities and the users the next
   * @param heldBack those of them by which the embeddings were measured
   * @param unread what else they were not trained on
   */
  public UnseenPairs(int items, Triples triples, Triples heldBack, UnreadInteractions unread) {
    this.items = items;
    this.unread = unread;
    this.heldBack =
        IntStream.range(0, heldBack.size())
            .mapToLong(i -> IntPair.of(heldBack.head(i), heldBack.tail(i)))
            .sorted()
            .distinct()
            .toArray();
    this.seen = new int[this.heldBack.length];
    count(triples, 1);
    count(heldBack, -1);
  }

  private void count(Triples triples, int times) {
    for (int i = 0; i < triples.size(); i++) {
      int place = place(triples.head(i), triples.tail(i));
      if (place >= 0) {
        seen[place] += times;
      }
    }
  }

  /** Whether a user and an item are such a pair. */
  boolean has(int user, int item) {
    int place = place(items + user, item);
    return unread.has(user, item) || (place >= 0 && seen[place] == 0);
  }

  private int place(int head, int tail) {
    return Arrays.binarySearch(heldBack, IntPair.of(head, tail));
  }
}
