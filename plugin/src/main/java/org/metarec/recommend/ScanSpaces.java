package org.metarec.recommend;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * Lends a {@link ScanSpace} to each request and keeps a few arrays between them: at a million items
 * a request would leave four megabytes of garbage. Thread-safe.
 */
public final class ScanSpaces {
  private static final int MOST_KEPT = 16;

  private final Deque<float[]> free = new ArrayDeque<>();
  private int lent;

  /** Does something with a space for so many items. */
  <T> T with(int items, Function<ScanSpace, T> work) {
    ScanSpace space = take(items);
    try {
      return work.apply(space);
    } finally {
      giveBack(space);
    }
  }

  /** The array that was used last, which a processor's cache may still hold. */
  private synchronized ScanSpace take(int items) {
    float[] last = free.pollFirst();
    boolean fits = last != null && last.length >= items;
    float[] scores = fits ? last : new float[items + items / 16]; // some room for new items
    boolean isAlone = lent == 0;
    lent++;
    return new ScanSpace(scores, isAlone);
  }

  private synchronized void giveBack(ScanSpace space) {
    lent--;
    if (free.size() < MOST_KEPT) {
      free.addFirst(space.scores());
    }
  }
}
