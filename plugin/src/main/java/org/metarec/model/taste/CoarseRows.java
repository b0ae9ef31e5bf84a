package org.metarec.model.taste;

import java.util.Arrays;

/**
 * Rows of numbers in a byte a coordinate, for a first look at all of them: a scan of many rows
 * waits for memory, and this is a quarter of it.
 *
 * <p>Coordinate k of row i is about {@code m_k + s_k (q_ik − 127)} with q_ik from 0 to 254: the
 * range of a coordinate is cut into steps of a length, as in any uniform quantiser (Gray and
 * Neuhoff, <i>Quantization</i>, IEEE Transactions on Information Theory 44, 1998), so it is off by
 * at most half a step. {@link #BLOCK} rows lie together, four coordinates to a word, so that the
 * lanes of a register sum up rows of their own. Immutable.
 */
public final class CoarseRows {
  /** Rows that lie together. */
  public static final int BLOCK = 1024;

  /** The level in the middle; the highest is twice as high. */
  static final int MIDDLE = 127;

  private static final int BYTES = Integer.BYTES;

  private final int quads;
  private final long[][] words;
  private final double[] middles;
  private final double[] steps;

  private CoarseRows(int width, int count) {
    this.quads = (width + BYTES - 1) / BYTES;
    this.words = new long[(count + BLOCK - 1) / BLOCK * quads][BLOCK / 2];
    this.middles = new double[width];
    this.steps = new double[width];
  }

  /**
   * Rounds rows.
   *
   * @param rows {@code float[count · width]}, row by row
   */
  static CoarseRows of(float[] rows, int width, int count) {
    CoarseRows coarse = new CoarseRows(width, count);
    coarse.findSteps(rows);
    for (int row = 0; row < count; row++) {
      coarse.set(row, rows, row * width);
    }
    return coarse;
  }

  private void findSteps(float[] rows) {
    int width = steps.length;
    float[] lowest = Arrays.copyOf(rows, width);
    float[] highest = lowest.clone();
    for (int at = 0; at < rows.length; at += width) {
      for (int k = 0; k < width; k++) {
        lowest[k] = Math.min(lowest[k], rows[at + k]);
        highest[k] = Math.max(highest[k], rows[at + k]);
      }
    }
    for (int k = 0; k < width; k++) {
      middles[k] = ((double) lowest[k] + highest[k]) / 2;
      steps[k] = ((double) highest[k] - lowest[k]) / (2 * MIDDLE);
    }
  }

  private void set(int row, float[] rows, int at) {
    int first = row / BLOCK * quads;
    int pair = row % BLOCK / 2;
    for (int k = 0; k < steps.length; k++) {
      double level = steps[k] == 0 ? 0 : (rows[at + k] - middles[k]) / steps[k];
      int place = row % 2 * BYTES + k % BYTES;
      words[first + k / BYTES][pair] |= (MIDDLE + Math.round(level)) << (Byte.SIZE * place);
    }
  }

  /** The last of them may be in part empty. */
  public int blocks() {
    return quads == 0 ? 0 : words.length / quads;
  }

  /** How many words a row has: a quarter of its length, rounded up. */
  public int quads() {
    return quads;
  }

  /**
   * The words of the rows of a block that have the coordinates 4 j to 4 j + 3, the first of them in
   * the lowest byte: {@code long[512]}, of two rows each, the first in the lower half; not a copy.
   */
  public long[] words(int block, int j) {
    return words[block * quads + j];
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
