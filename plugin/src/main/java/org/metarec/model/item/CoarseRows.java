package org.metarec.model.item;

import java.util.Arrays;

/**
 * Rows of numbers in a byte a coordinate, for a first look at all of them: a scan of many rows
 * waits for memory, and this is half of it.
 *
 * <p>Coordinate k of row i is about {@code m_k + s_k (q_ik − 127)} with q_ik from 0 to 254: the
 * range of a coordinate is cut into steps of a length, as in any uniform quantiser (Gray and
 * Neuhoff, <i>Quantization</i>, IEEE Transactions on Information Theory 44, 1998), so it is off by
 * at most half a step. The rows of a tile lie together, four coordinates of one side by side, so
 * that the lanes of a register sum up rows of their own, while memory is read from front to back.
 * Immutable.
 */
public final class CoarseRows {
  /** Rows in an array. */
  public static final int BLOCK = 1024;

  /** The level in the middle; the highest is twice as high. */
  static final int MIDDLE = 127;

  private static final int BYTES = Integer.BYTES;

  private final int tile;
  private final int quads;
  private final int[][] words;
  private final double[] middles;
  private final double[] steps;

  private CoarseRows(int width, int count, int tile) {
    this.tile = tile;
    this.quads = (width + BYTES - 1) / BYTES;
    this.words = new int[(count + BLOCK - 1) / BLOCK][BLOCK * quads];
    this.middles = new double[width];
    this.steps = new double[width];
  }

  /**
   * Rounds rows. NaN and infinities, which no training leaves, are rounded to any level.
   *
   * @param rows {@code short[count · width]}, row by row, each number a {@link HalfFloat}
   * @param tile how many lie together
   * @throws IllegalArgumentException if tiles of so many do not fill a {@link #BLOCK}
   */
  static CoarseRows of(short[] rows, int width, int count, int tile) {
    if (BLOCK % tile != 0) {
      throw new IllegalArgumentException("tile %d does not divide %d".formatted(tile, BLOCK));
    }
    CoarseRows coarse = new CoarseRows(width, count, tile);
    coarse.findSteps(rows);
    for (int row = 0; row < count; row++) {
      coarse.set(row, rows, row * width);
    }
    return coarse;
  }

  private void findSteps(short[] rows) {
    int width = steps.length;
    float[] lowest = new float[width];
    float[] highest = new float[width];
    Arrays.fill(lowest, Float.MAX_VALUE);
    Arrays.fill(highest, -Float.MAX_VALUE);
    for (int at = 0; at < rows.length; at += width) {
      for (int k = 0; k < width; k++) {
        float number = HalfFloat.toFloat(rows[at + k]);
        if (Float.isFinite(number)) {
          lowest[k] = Math.min(lowest[k], number);
          highest[k] = Math.max(highest[k], number);
        }
      }
    }
    for (int k = 0; k < width; k++) {
      middles[k] = ((double) lowest[k] + highest[k]) / 2;
      steps[k] = Math.max(0, ((double) highest[k] - lowest[k]) / (2 * MIDDLE));
    }
  }

  private void set(int row, short[] rows, int at) {
    int[] block = words[row / BLOCK];
    int first = row % BLOCK / tile * tile * quads + row % tile;
    for (int k = 0; k < steps.length; k++) {
      double level = steps[k] == 0 ? 0 : (HalfFloat.toFloat(rows[at + k]) - middles[k]) / steps[k];
      int whole = (int) Math.round(Math.max(-MIDDLE, Math.min(MIDDLE, level)));
      block[first + k / BYTES * tile] |= (MIDDLE + whole) << (Byte.SIZE * (k % BYTES));
    }
  }

  /** How many rows lie together. */
  public int tile() {
    return tile;
  }

  /** The last of them may be in part empty. */
  public int blocks() {
    return words.length;
  }

  /** How many times four coordinates a row has, rounded up. */
  public int quads() {
    return quads;
  }

  /**
   * The rows of a block, not a copy: {@code int[BLOCK · quads]}, tile by tile, in it quad by quad,
   * in it a word a row, the first coordinate in its lowest byte.
   */
  public int[] words(int block) {
    return words[block];
  }

  /**
   * Weights in the form in which these rows are multiplied by them.
   *
   * @param weights {@code float[≥ width + 1]}: one for each coordinate, then one that counts for
   *     every row
   */
  public CoarseWeights weights(float[] weights) {
    int width = steps.length;
    double constant = weights[width];
    double[] ofSteps = new double[BYTES * quads];
    for (int k = 0; k < width; k++) {
      constant += weights[k] * middles[k];
      ofSteps[k] = weights[k] * steps[k];
    }
    return new CoarseWeights(ofSteps, constant);
  }
}
