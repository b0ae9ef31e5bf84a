package org.metarec.model.kernel;

import java.util.Arrays;
import org.metarec.model.item.CoarseRows;
import org.metarec.model.item.CoarseWeights;

/**
 * Plain loops over the rows of a block, which are one tile. JDK 17 vectorises such a loop wherever
 * it compiles it if it runs from 0 with one index expression, hence the copies, takes one byte of a
 * word, hence a loop for each, and goes over arrays whose making is not compiled with it, hence the
 * fields.
 */
final class PlainBlockScan implements BlockScan {
  private static final int BYTE = 0xFF;

  private final int[] words = new int[CoarseRows.BLOCK];
  private final int[] sums = new int[CoarseRows.BLOCK];

  @Override
  public void setScores(
      CoarseRows rows, int block, CoarseWeights weights, float[] biases, float[] scores) {
    setSums(rows.words(block), weights);
    float constant = weights.constant();
    float unit = weights.unit();
    int from = block * CoarseRows.BLOCK;
    int count = Math.min(CoarseRows.BLOCK, biases.length - from);
    for (int i = 0; i < count; i++) {
      scores[from + i] = (biases[from + i] + constant) + unit * sums[i];
    }
  }

  private void setSums(int[] block, CoarseWeights weights) {
    int[] factors = weights.factors();
    Arrays.fill(sums, weights.start());
    for (int k = 0, at = 0; k < factors.length; k += 4, at += words.length) {
      System.arraycopy(block, at, words, 0, words.length);
      addFirst(words, factors[k], sums);
      addSecond(words, factors[k + 1], sums);
      addThird(words, factors[k + 2], sums);
      addFourth(words, factors[k + 3], sums);
    }
  }

  private static void addFirst(int[] words, int factor, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (words[i] & BYTE) * factor;
    }
  }

  private static void addSecond(int[] words, int factor, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (words[i] >>> 8 & BYTE) * factor;
    }
  }

  private static void addThird(int[] words, int factor, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (words[i] >>> 16 & BYTE) * factor;
    }
  }

  private static void addFourth(int[] words, int factor, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (words[i] >>> 24) * factor;
    }
  }
}
