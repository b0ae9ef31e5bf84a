package org.metarec.model.kernel;

import java.util.stream.IntStream;
import org.metarec.model.item.CoarseRows;
import org.metarec.model.item.CoarseWeights;

/**
 * The arithmetic that an answer spends its time in: what the items' rows add to their scores, and
 * which scores are high. All implementations give the same bits. Stateless, so thread-safe.
 */
public interface ScanKernel {

  /**
   * Sets {@code scores[i] = (b_i + constant) + unit · (start + Σ_k factor_k q_ik)}, what is in the
   * last brackets in whole numbers, the rest in {@code float}.
   *
   * @param rows in tiles of {@link #tile}
   * @param biases one for each row
   * @param scores {@code float[≥ biases]}
   * @param shares into how many parts the rows are cut, which idle cores take; 1: the caller does
   *     all
   * @throws IllegalArgumentException if the rows lie in other tiles
   */
  default void coarseScores(
      CoarseRows rows, CoarseWeights weights, float[] biases, float[] scores, int shares) {
    if (rows.tile() != tile()) {
      throw new IllegalArgumentException(
          "rows lie in tiles of %d, expected %d".formatted(rows.tile(), tile()));
    }
    int blocks = rows.blocks();
    IntStream all = IntStream.range(0, shares);
    (shares == 1 ? all : all.parallel())
        .forEach(
            share -> {
              BlockScan scan = blockScan();
              int end = (share + 1) * blocks / shares;
              for (int block = share * blocks / shares; block < end; block++) {
                scan.setScores(rows, block, weights, biases, scores);
              }
            });
  }

  /** How many {@link CoarseRows} are to lie together. */
  int tile();

  /** What {@link #coarseScores} does for one block after another; one for each thread. */
  BlockScan blockScan();

  /**
   * {@code Σ_k a_k b_k} of two rows of a length, in {@code float}, in the way of {@link RowKernel}:
   * 16 accumulators, coordinate k going to accumulator k mod 16, added pairwise, halves first; then
   * the last coordinates, those from a multiple of 16 on.
   */
  float dot(float[] a, float[] b);

  /** The first place of a range with a number above a bound, {@code to} where there is none. */
  int firstAbove(float bound, float[] numbers, int from, int to);
}
