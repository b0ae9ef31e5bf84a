package org.metarec.model.taste;

import java.util.Arrays;

/**
 * Rows of numbers in a byte a coordinate, for a first look at all of them: a scan of many rows
 * waits for memory, and this is half of it.
 *
 * <p>Coordinate k of row i is about {@code m_k + s_k (q_ik − 127)} with q_ik from 0 to 254: the
 * range of a coordinate is cut into steps of a length, as in any uniform quantiser (Gray and
 * Neuhoff, <i>Quantization</i>, IEEE Transactions on Information Theory 44, 1998), so it is off by
 * at most half a step. {@link #TILE} rows lie together, four coordinates of one side by side, so
 * that the lanes of a register sum up rows of their own, while memory is read from front to back.
 * Immutable.
 */
public final class CoarseRows {
  /** Rows that lie together: four coordinates of theirs are as long as a line of a cache. */
  public static final int TILE = 16;

  /** Rows in an array. */
  public static final int BLOCK = 64 * TILE;

  /** Words of a tile's quad: two rows each. */
  public static final int WORDS = TILE / 2;

  /** The level in the middle; the highest is twice as high. */
  static final int MIDDLE = 127;

  private static final int BYTES = Integer.BYTES;

  private final int blocks;
  private final int quads;
  private final long[][] words;
  private final double[] middles;
  private final double[] steps;

  private CoarseRows(int width, int count) {
    this.blocks = (count + BLOCK - 1) / BLOCK;
    this.quads = (width + BYTES - 1) / BYTES;
    this.words = new long[blocks][BLOCK / TILE * quads * WORDS];
    this.middles = new double[width];
    this.steps = new double[width];
  }

  /**
   * Rounds rows. A number that is none or infinite, which no training leaves, becomes any level.
   *
   * @param rows {@code short[count · width]}, row by row, each number a {@link HalfFloat}
   */
  static CoarseRows of(short[] rows, int width, int count) {
    CoarseRows coarse = new CoarseRows(width, count);
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
    long[] block = words[row / BLOCK];
    int first = row % BLOCK / TILE * quads * WORDS + row % TILE / 2;
    for (int k = 0; k < steps.length; k++) {
      double level = steps[k] == 0 ? 0 : (HalfFloat.toFloat(rows[at + k]) - middles[k]) / steps[k];
      long whole = Math.round(Math.max(-MIDDLE, Math.min(MIDDLE, level)));
      int place = row % 2 * BYTES + k % BYTES;
      block[first + k / BYTES * WORDS] |= (MIDDLE + whole) << (Byte.SIZE * place);
    }
  }

  /** The last of them may be in part empty. */
  public int blocks() {
    return blocks;
  }

  /** How many times four coordinates a row has, rounded up. */
  public int quads() {
    return quads;
  }

  /**
   * The rows of a block, not a copy: {@code long[64 · quads · 8]}, tile by tile, in it quad by
   * quad, in it two rows a word, the first in the lower half, its first coordinate in the lowest
   * byte.
   */
  public long[] words(int block) {
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
