package org.metarec.model.taste;

import java.util.Arrays;
import java.util.Optional;

/**
 * What each node that items are linked with adds to the vector of an item that is new: for each
 * relation in which known items are linked with it, the relation's number, then {@code
 * float[width]}.
 */
@FunctionalInterface
public interface AttributeRows {

  /** The row of an entity; empty where no known item is linked with it. */
  Optional<float[]> row(int entity);

  /** A row with what the attribute adds by one relation more. */
  static float[] with(float[] row, int relation, float[] vector) {
    float[] longer = Arrays.copyOf(row, row.length + 1 + vector.length);
    longer[row.length] = relation;
    System.arraycopy(vector, 0, longer, row.length + 1, vector.length);
    return longer;
  }

  /** What a row adds by a relation: {@code float[width]}; empty if it adds nothing. */
  static Optional<float[]> vector(float[] row, int relation, int width) {
    for (int from = 0; from + width < row.length; from += width + 1) {
      if (row[from] == relation) {
        return Optional.of(Arrays.copyOfRange(row, from + 1, from + 1 + width));
      }
    }
    return Optional.empty();
  }
}
