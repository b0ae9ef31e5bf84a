package org.metarec.meta;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.metarec.meta.task.ItemRows;
import org.metarec.model.KnownItems;

/**
 * What is learned of each known item beyond its embedding and its content: an addition to its
 * vector and bias, zero at first. Learned by Adam (Kingma and Ba, 2015, arXiv:1412.6980) for the
 * items of a batch alone, and drawn to zero each time. Parts that are kept do not move. Not
 * thread-safe.
 */
final class ItemParts {
  private static final float DECAY = 1e-3f;
  private static final double MEAN_MEMORY = 0.9;
  private static final double SQUARE_MEMORY = 0.999;
  private static final double SMALL = 1e-8;

  private final int width;
  private final float[] values;
  private final float[] means;
  private final float[] squares;
  private final BitSet kept = new BitSet();
  private int steps;

  /**
   * @param width numbers of an item
   */
  ItemParts(int itemCount, int width) {
    this.width = width;
    this.values = new float[itemCount * width];
    this.means = new float[values.length];
    this.squares = new float[values.length];
  }

  /** Keeps the parts of the items that were known before. */
  void keep(KnownItems before) {
    for (int item = 0; item < before.itemCount(); item++) {
      if (before.isKnown(item)) {
        System.arraycopy(before.part(item).orElseThrow(), 0, values, item * width, width);
        kept.set(item);
      }
    }
  }

  /** A copy of the parts of those items that are known. */
  KnownItems known(IntPredicate isKnown) {
    float[][] parts = new float[values.length / width][];
    for (int item = 0; item < parts.length; item++) {
      if (isKnown.test(item)) {
        parts[item] = Arrays.copyOfRange(values, item * width, (item + 1) * width);
      }
    }
    return new KnownItems(parts);
  }

  /** {@code float[U · width]}: the parts of some items. */
  float[] rows(ItemRows items) {
    float[] rows = new float[items.size() * width];
    for (int row = 0; row < items.size(); row++) {
      System.arraycopy(values, items.item(row) * width, rows, row * width, width);
    }
    return rows;
  }

  /** Adds an item's part to its vector and bias. */
  void addTo(float[] vectorAndBias, int item) {
    for (int k = 0; k < width; k++) {
      vectorAndBias[k] += values[item * width + k];
    }
  }

  /**
   * Moves the parts of some items against a gradient.
   *
   * @param gradient {@code float[U · width]}
   */
  void step(ItemRows items, float[] gradient, double learningRate) {
    steps++;
    double meanScale = 1 - Math.pow(MEAN_MEMORY, steps);
    double squareScale = 1 - Math.pow(SQUARE_MEMORY, steps);
    for (int at = 0; at < gradient.length; at++) {
      if (kept.get(items.item(at / width))) {
        continue;
      }
      int i = items.item(at / width) * width + at % width;
      means[i] = (float) (MEAN_MEMORY * means[i] + (1 - MEAN_MEMORY) * gradient[at]);
      squares[i] =
          (float) (SQUARE_MEMORY * squares[i] + (1 - SQUARE_MEMORY) * gradient[at] * gradient[at]);
      double move = means[i] / meanScale / (Math.sqrt(squares[i] / squareScale) + SMALL);
      values[i] = (float) (values[i] * (1 - DECAY) - learningRate * move);
    }
  }
}
