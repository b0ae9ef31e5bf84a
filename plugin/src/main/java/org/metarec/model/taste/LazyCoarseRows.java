package org.metarec.model.taste;

import java.util.Optional;

/** The coarse rows of a table, built on first use and shared with all its overlays. Thread-safe. */
final class LazyCoarseRows {
  private Optional<CoarseRows> rows = Optional.empty();

  synchronized CoarseRows rows(short[] vectors, int width, int count, int tile) {
    if (rows.isEmpty() || rows.get().tile() != tile) {
      rows = Optional.of(CoarseRows.of(vectors, width, count, tile));
    }
    return rows.get();
  }
}
