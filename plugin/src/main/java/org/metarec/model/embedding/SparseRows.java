package org.metarec.model.embedding;

import java.util.Optional;
import java.util.stream.IntStream;

/** Rows of which only some entities have one. Immutable once built; the arrays are taken over. */
public final class SparseRows {
  private final float[][] rows;

  /**
   * @param rows by entity; null or empty where an entity has none
   */
  public SparseRows(float[][] rows) {
    this.rows = rows;
  }

  public boolean has(int entity) {
    return rows[entity] != null && rows[entity].length > 0;
  }

  /** The row of an entity itself, not a copy. */
  public Optional<float[]> row(int entity) {
    return has(entity) ? Optional.of(rows[entity]) : Optional.empty();
  }

  /** The entities that have a row, ascending. */
  public IntStream entities() {
    return IntStream.range(0, rows.length).filter(this::has);
  }

  public int size() {
    return (int) entities().count();
  }
}
