package org.metarec.model.item;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a scan needs of the base of a table beside its rows: found on first use, which must be after
 * the base has been filled, and shared with all overlays. Thread-safe.
 */
final class ScanParts {
  private Optional<CoarseRows> coarse = Optional.empty();
  private Optional<int[]> newItems = Optional.empty();

  /** Of one tile: when another is asked for they are built anew. */
  synchronized CoarseRows coarse(short[] vectors, int width, int count, int tile) {
    if (coarse.isEmpty() || coarse.get().tile() != tile) {
      coarse = Optional.of(CoarseRows.of(vectors, width, count, tile));
    }
    return coarse.get();
  }

  /** Ascending; not a copy. */
  synchronized int[] newItems(float[] likes) {
    if (newItems.isEmpty()) {
      newItems =
          Optional.of(IntStream.range(0, likes.length).filter(item -> likes[item] < 0).toArray());
    }
    return newItems.get();
  }
}
