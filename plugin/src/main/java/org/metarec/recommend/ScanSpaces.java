package org.metarec.recommend;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * Lends a {@link ScanSpace} to each request and keeps a few between them: at a million items a
 * request would leave four megabytes of garbage. Thread-safe.
 */
public final class ScanSpaces {
  private static final int MOST_KEPT = 16;

  private final Deque<ScanSpace> free = new ArrayDeque<>();

  /** Does something with a space for so many items. */
  <T> T with(int items, Function<ScanSpace, T> work) {
    ScanSpace space = take(items);
    try {
      return work.apply(space);
    } finally {
      giveBack(space);
    }
  }

  /** The space that was used last, which a processor's cache may still hold. */
  private synchronized ScanSpace take(int items) {
    ScanSpace last = free.pollFirst();
    return last != null && last.scores().length >= items
        ? last
        : new ScanSpace(items + items / 16); // some room for new items
  }

  private synchronized void giveBack(ScanSpace space) {
    if (free.size() < MOST_KEPT) {
      free.addFirst(space);
    }
  }
}
