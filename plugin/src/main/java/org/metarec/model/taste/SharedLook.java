package org.metarec.model.taste;

import java.util.Optional;

/**
 * What {@link ItemTable#coarse} gives, shared by a base and the tables that have an overlay over
 * it. Thread-safe.
 */
final class SharedLook {
  private Optional<CoarseRows> rows = Optional.empty();

  synchronized CoarseRows rows(short[] vectors, int width, int count, int tile) {
    if (rows.isEmpty() || rows.get().tile() != tile) {
      rows = Optional.of(CoarseRows.of(vectors, width, count, tile));
    }
    return rows.get();
  }
}
