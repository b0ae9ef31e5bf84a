package org.metarec.meta.rating;

/**
 * Factors and offset of each user, or of each item: what is expected of them, and the variance of
 * each number. A row is {@code float[width + 1]}, the offset last. Not thread-safe between writers
 * of one row.
 */
final class FactorTable {
  private final int rowCount;
  private final int rowLength;
  private final float[] rows;
  private final float[] variances;

  FactorTable(int rowCount, int width) {
    this.rowCount = rowCount;
    this.rowLength = width + 1;
    this.rows = new float[Math.multiplyExact(rowCount, rowLength)];
    this.variances = new float[rows.length];
  }

  int rowCount() {
    return rowCount;
  }

  int rowLength() {
    return rowLength;
  }

  /** All rows, one after another; not a copy. */
  float[] rows() {
    return rows;
  }

  /** Variances of {@link #rows()}; not a copy. */
  float[] variances() {
    return variances;
  }
}
