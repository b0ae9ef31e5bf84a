package org.metarec.model.taste;

import java.util.Arrays;
import java.util.Optional;

/**
 * What each node that items are linked with adds to the vector of an item that is new: for each
 * relation in which known items are linked with it, the relation's number, then {@code
 * float[width]}. Of a known item that is what it adds to a new one that is linked with it.
 * Immutable; the arrays are taken over.
 */
public final class AttributeRows {
  private final float[][] rows;

  /**
   * @param rows by entity; empty where there is nothing to add
   */
  public AttributeRows(float[][] rows) {
    this.rows = rows;
  }

  /** Number of rows that are not empty. */
  public int size() {
    return (int) Arrays.stream(rows).filter(row -> row.length > 0).count();
  }

  /** The row of an entity, not a copy; empty where it adds nothing. */
  public Optional<float[]> row(int entity) {
    return Optional.of(rows[entity]).filter(row -> row.length > 0);
  }

  /** A row with what the attribute adds by one relation more. */
  public static float[] with(float[] row, int relation, float[] vector) {
    float[] longer = Arrays.copyOf(row, row.length + 1 + vector.length);
    longer[row.length] = relation;
    System.arraycopy(vector, 0, longer, row.length + 1, vector.length);
    return longer;
  }

  /** What a row adds by a relation: {@code float[width]}; empty if it adds nothing. */
  public static Optional<float[]> vector(float[] row, int relation, int width) {
    for (int from = 0; from + width < row.length; from += width + 1) {
      if (row[from] == relation) {
        return Optional.of(Arrays.copyOfRange(row, from + 1, from + 1 + width));
      }
    }
    return Optional.empty();
  }
}
