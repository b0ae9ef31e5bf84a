package org.metarec.model.taste;

/**
 * Rows of numbers, laid out to be scanned: {@link #TILE} rows lie together, coordinate by
 * coordinate, so that each lane of a register sums up a row of its own and no sum runs across
 * lanes. Not thread-safe while being filled.
 */
public final class TiledRows {
  /** As many as the lanes of the widest register, in {@code float}. */
  public static final int TILE = 16;

  private final int width;
  private final float[] values;

  TiledRows(int width, int count) {
    this.width = width;
    this.values = new float[Math.multiplyExact((count + TILE - 1) / TILE * TILE, width)];
  }

  /**
   * All tiles: coordinate k of row i is at {@code (i − i mod 16) · width + 16 k + i mod 16}; not a
   * copy.
   */
  float[] values() {
    return values;
  }

  /** Sets a row to the first coordinates of an array. */
  void set(int row, float[] coordinates) {
    int at = start(row);
    for (int k = 0; k < width; k++) {
      values[at + k * TILE] = coordinates[k];
    }
  }

  /** Copies a row into an array. */
  void copy(int row, float[] to, int toAt) {
    int at = start(row);
    for (int k = 0; k < width; k++) {
      to[toAt + k] = values[at + k * TILE];
    }
  }

  void copy(int row, double[] to) {
    int at = start(row);
    for (int k = 0; k < width; k++) {
      to[k] = values[at + k * TILE];
    }
  }

  /** {@code Σ_k w_k φ_ik}, summed in double. */
  double dot(int row, float[] weights) {
    int at = start(row);
    double sum = 0;
    for (int k = 0; k < width; k++) {
      sum += (double) weights[k] * values[at + k * TILE];
    }
    return sum;
  }

  private int start(int row) {
    int lane = row % TILE;
    return (row - lane) * width + lane;
  }
}
