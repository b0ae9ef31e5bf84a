package org.metarec.model.taste;

import java.util.Optional;
import java.util.stream.IntStream;

/** Which items of a table are new, found on first use and shared with its overlays. Thread-safe. */
final class LazyNewItems {
  private Optional<int[]> items = Optional.empty();

  /** Ascending. */
  synchronized int[] items(float[] likes) {
    if (items.isEmpty()) {
      items =
          Optional.of(IntStream.range(0, likes.length).filter(item -> likes[item] < 0).toArray());
    }
    return items.get();
  }
}
