package org.metarec.model.embedding;

import com.google.common.primitives.Floats;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows of which only some entities have one. Immutable once built; the arrays are taken over. */
public final class SparseRows {
  private static final float[] NOTHING = {};

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

  /** Those of some entities, the first one's at 0. */
  public SparseRows range(int from, int to) {
    return new SparseRows(Arrays.copyOfRange(rows, from, to));
  }

  /** How many numbers each entity has, 0 of one without a row. */
  public int[] lengths() {
    return IntStream.range(0, rows.length)
        .map(entity -> row(entity).orElse(NOTHING).length)
        .toArray();
  }

  /** The numbers of all rows, one after the other. */
  public float[] numbers() {
    return Floats.concat(
        IntStream.range(0, rows.length)
            .mapToObj(entity -> row(entity).orElse(NOTHING))
            .toArray(float[][]::new));
  }

  /** The rows of these lengths, one after the other. */
  public static SparseRows of(int[] lengths, float[] numbers) {
    float[][] rows = new float[lengths.length][];
    int from = 0;
    for (int entity = 0; entity < rows.length; entity++) {
      rows[entity] = Arrays.copyOfRange(numbers, from, from + lengths[entity]);
      from += lengths[entity];
    }
    return new SparseRows(rows);
  }

  /** The entities that have a row, ascending. */
  public IntStream entities() {
    return IntStream.range(0, rows.length).filter(this::has);
  }

  public int size() {
    return (int) entities().count();
  }
}
