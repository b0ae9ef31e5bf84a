package org.metarec.model.embedding;

import java.util.Arrays;

/**
 * The rotation of each relation: {@code float[relations · d]}, angles θ in radians, kept in (−π,
 * π].
 */
public final class RelationPhases {
  private static final float HALF_TURN = (float) Math.PI;

  private final int dimension;
  private final float[] values;

  /**
   * @param dimension complex coordinates d
   * @param values {@code float[relations · d]}, taken over
   */
  public RelationPhases(int dimension, float[] values) {
    if (values.length % dimension != 0) {
      throw new IllegalArgumentException(
          "%d angles are no whole rows of %d".formatted(values.length, dimension));
    }
    this.dimension = dimension;
    this.values = values;
  }

  public int dimension() {
    return dimension;
  }

  public int relationCount() {
    return values.length / dimension;
  }

  /** Where a relation's row begins in {@link #values()}. */
  public int offset(int relation) {
    return relation * dimension;
  }

  /** The table itself, not a copy. */
  public float[] values() {
    return values;
  }

  /** Brings the angles of a row back into (−π, π], π as a float. */
  public void wrap(int relation) {
    for (int i = offset(relation); i < offset(relation + 1); i++) {
      if (values[i] <= -HALF_TURN || values[i] > HALF_TURN) {
        float wrapped = (float) Math.IEEEremainder(values[i], 2 * Math.PI);
        values[i] = wrapped == -HALF_TURN ? HALF_TURN : wrapped;
      }
    }
  }

  /** Replaces one row: {@code float[d]}, in (−π, π], copied. */
  public void setRow(int relation, float[] row) {
    System.arraycopy(row, 0, values, offset(relation), dimension);
  }

  /** A copy of one row: {@code float[d]}. */
  public float[] row(int relation) {
    return Arrays.copyOfRange(values, offset(relation), offset(relation + 1));
  }
}
