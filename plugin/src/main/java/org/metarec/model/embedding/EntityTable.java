package org.metarec.model.embedding;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The embeddings of the entities, row by row: {@code float[entities · 2d]}, each row d real parts,
 * then d imaginary parts. Two threads must not write into one row.
 */
public final class EntityTable {
  public static final int FLOATS_OF_CACHE_LINE = 16;

  private final int dimension;
  private final float[] values;

  /**
   * @param dimension complex coordinates d
   * @param values {@code float[entities · 2d]}, taken over
   */
  public EntityTable(int dimension, float[] values) {
    if (values.length % (2 * dimension) != 0) {
      throw new IllegalArgumentException(
          "%d floats are no whole rows of %d".formatted(values.length, 2 * dimension));
    }
    this.dimension = dimension;
    this.values = values;
  }

  public int dimension() {
    return dimension;
  }

  public int entityCount() {
    return values.length / (2 * dimension);
  }

  /** Where an entity's row begins in {@link #values()}. */
  public int offset(int entity) {
    return entity * 2 * dimension;
  }

  /** The table itself, not a copy. */
  public float[] values() {
    return values;
  }

  /**
   * Reads a value of each cache line of a row, so that it is on its way while others are fetched.
   *
   * @return of no meaning: keeps the reads from being left out
   */
  public float prefetch(int entity) {
    float sum = 0;
    for (int place = offset(entity); place < offset(entity + 1); place += FLOATS_OF_CACHE_LINE) {
      sum += values[place];
    }
    return sum;
  }

  /**
   * A copy of some of the complex coordinates of a row.
   *
   * @return {@code float[2 · count]}: real parts, then imaginary parts
   */
  public float[] coordinates(int entity, int from, int count) {
    float[] part = new float[2 * count];
    int real = offset(entity) + from;
    System.arraycopy(values, real, part, 0, count);
    System.arraycopy(values, real + dimension, part, count, count);
    return part;
  }

  /** The mean of some rows, as a table of one row: zeros where there are none. */
  public EntityTable mean(BitSet entities) {
    double[] sum = new double[2 * dimension];
    entities.stream()
        .map(this::offset)
        .forEach(
            offset -> {
              for (int j = 0; j < sum.length; j++) {
                sum[j] += values[offset + j];
              }
            });
    float[] mean = new float[sum.length];
    for (int j = 0; j < mean.length; j++) {
      mean[j] = (float) (sum[j] / Math.max(1, entities.cardinality()));
    }
    return new EntityTable(dimension, mean);
  }

  /** Puts a row in the place of some others. */
  public void fill(BitSet entities, float[] row) {
    entities.stream().forEach(entity -> setRow(entity, row));
  }

  /** Replaces one row: {@code float[2d]}, copied. */
  public void setRow(int entity, float[] row) {
    System.arraycopy(row, 0, values, offset(entity), 2 * dimension);
  }

  /** A copy of one row: {@code float[2d]}. */
  public float[] row(int entity) {
    return Arrays.copyOfRange(values, offset(entity), offset(entity + 1));
  }
}
