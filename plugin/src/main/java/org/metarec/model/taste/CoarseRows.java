package org.metarec.model.taste;

import java.util.Arrays;

/**
 * Rows of numbers in a byte a coordinate, for a first look at all of them: a scan of many rows
 * waits for memory, and this is a quarter of it.
 *
 * <p>Coordinate k of row i is about {@code m_k + s_k q_ik} with q_ik from −127 to 127: the range of
 * a coordinate is cut into 254 steps of a length, as in any uniform quantiser (Gray and Neuhoff,
 * <i>Quantization</i>, IEEE Transactions on Information Theory 44, 1998), so it is off by at most
 * half a step. {@link #BLOCK} rows lie together, four coordinates to an {@code int}, so that the
 * lanes of a register sum up rows of their own. Immutable.
 */
public final class CoarseRows {
  /** Long enough for JDK 17 to vectorise a loop over a block. */
  public static final int BLOCK = 1024;

  static final int HIGHEST = 127;

  private static final int BYTES = Integer.BYTES;

  private final int quads;
  private final int[] words;
  private final double[] middles;
  private final double[] steps;

  private CoarseRows(int width, int count) {
    this.quads = (width + BYTES - 1) / BYTES;
    int blocks = (count + BLOCK - 1) / BLOCK;
    this.words = new int[Math.multiplyExact(blocks * BLOCK, quads)];
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
      steps[k] = ((double) highest[k] - lowest[k]) / (2 * HIGHEST);
    }
  }

  private void set(int row, float[] rows, int at) {
    int place = row / BLOCK * BLOCK * quads + row % BLOCK;
    for (int k = 0; k < steps.length; k++) {
      long level = steps[k] == 0 ? 0 : Math.round((rows[at + k] - middles[k]) / steps[k]);
      words[place + k / BYTES * BLOCK] |= ((int) level & 0xFF) << shift(k);
    }
  }

  /** The first of four coordinates is in the highest byte. */
  private static int shift(int k) {
    return Byte.SIZE * (BYTES - 1 - k % BYTES);
  }

  /** How many numbers of {@link #words} make a row: a quarter of its length, rounded up. */
  public int quads() {
    return quads;
  }

  /**
   * Blocks one after another: coordinates 4 j to 4 j + 3 of row i are at {@code (i − i mod 1024) ·
   * quads + 1024 j + i mod 1024}, the first in the highest byte; not a copy.
   */
  public int[] words() {
    return words;
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
