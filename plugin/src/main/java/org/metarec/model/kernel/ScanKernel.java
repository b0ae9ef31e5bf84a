package org.metarec.model.kernel;

import java.util.stream.IntStream;
import org.metarec.model.taste.ItemTable;
import org.metarec.model.taste.TiledRows;

/**
 * The arithmetic that an answer spends its time in: what the items' rows add to their scores, and
 * which scores are high. All implementations give the same bits. Stateless, so thread-safe.
 */
public interface ScanKernel {

  /**
   * HotSpot compiles a method after enough calls. One call per 1,024 rows lets even the first scan
   * reach that number. A multiple of a tile.
   */
  int ROWS_OF_A_CALL = 1024;

  /**
   * Sets {@code scores[i] = b_i + w_1 + Σ_k w_k φ_ik} for all items of the table's base, in {@code
   * float}: to the first two the products are added, the sum of four at a time, then the width mod
   * 4 last ones one by one.
   *
   * @param weights {@code float[≥ width + 1]}: one for each coordinate, then w_1
   * @param scores {@code float[≥ biases]}
   * @param shares into how many parts the rows are cut, which idle cores take; 1: the caller does
   *     all
   */
  default void scores(ItemTable table, float[] weights, float[] scores, int shares) {
    int count = table.biases().length;
    int inTiles = count - count % TiledRows.TILE;
    int calls = (inTiles + ROWS_OF_A_CALL - 1) / ROWS_OF_A_CALL;
    IntStream all = IntStream.range(0, shares);
    (shares == 1 ? all : all.parallel())
        .forEach(
            share -> {
              int end = (share + 1) * calls / shares;
              for (int call = share * calls / shares; call < end; call++) {
                int from = call * ROWS_OF_A_CALL;
                scores(table, weights, scores, from, Math.min(inTiles, from + ROWS_OF_A_CALL));
              }
            });
    for (int item = inTiles; item < count; item++) {
      scores[item] = (float) (table.bias(item) + weights[table.width()] + table.dot(item, weights));
    }
  }

  /** The same for whole tiles, from an item to before another. */
  void scores(ItemTable table, float[] weights, float[] scores, int from, int to);

  /**
   * {@code Σ_k a_k b_k} of two rows of a length, in {@code float}, in the way of {@link RowKernel}:
   * 16 accumulators, coordinate k going to accumulator k mod 16, added pairwise, halves first; then
   * the last coordinates, those from a multiple of 16 on.
   */
  float dot(float[] a, float[] b);

  /** The first place of a range with a number above a bound, {@code to} where there is none. */
  int firstAbove(float bound, float[] numbers, int from, int to);
}
