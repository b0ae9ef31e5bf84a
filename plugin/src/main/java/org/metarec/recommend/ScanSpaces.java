package org.metarec.recommend;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * Lends each request an array to score all items in and keeps a few between them: at a million
 * items a request would leave four megabytes of garbage. Thread-safe.
 */
public final class ScanSpaces {
  private static final int MOST_KEPT = 16;

  private final Deque<float[]> free = new ArrayDeque<>();

  /** Does something with {@code float[≥ items]}, in which the last request's scores are left. */
  <T> T with(int items, Function<float[], T> work) {
    float[] scores = take(items);
    try {
      return work.apply(scores);
    } finally {
      giveBack(scores);
    }
  }

  /** The array that was used last, which a processor's cache may still hold. */
  private synchronized float[] take(int items) {
    float[] last = free.pollFirst();
    boolean fits = last != null && last.length >= items;
    return fits ? last : new float[items + items / 16]; // some room for new items
  }

  private synchronized void giveBack(float[] scores) {
    if (free.size() < MOST_KEPT) {
      free.addFirst(scores);
    }
  }
}
