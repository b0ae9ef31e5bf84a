package org.metarec.meta.inner;

import org.metarec.model.ItemTable;
import org.metarec.model.Prior;
import org.metarec.model.PriorPart;
import org.metarec.model.PriorShape;

/**
 * What a user's weights make of all known items in the mean, without a look at any: the mean square
 * of their scores is a quadratic form, {@code mean_i (uᵀz_i)² = uᵀ M u} with {@code M = mean_i z_i
 * z_iᵀ}. That every item which was not clicked counts, at the cost of a small matrix, is from Hu,
 * Koren, Volinsky, "Collaborative Filtering for Implicit Feedback Datasets", ICDM 2008. Immutable.
 */
public final class ItemMoments {
  private final int size;
  private final double[] moments;

  ItemMoments(Prior prior) {
    float[] stored = prior.part(PriorPart.ITEM_MOMENTS);
    this.size = prior.shape().weightCount() + 1;
    this.moments = new double[stored.length];
    for (int i = 0; i < stored.length; i++) {
      moments[i] = stored[i];
    }
  }

  /**
   * M of some items' known ones: see {@link PriorPart#ITEM_MOMENTS}; zeros where none is known.
   *
   * @return {@code float[(weights + 1)²]}
   */
  public static float[] of(ItemTable items, PriorShape shape) {
    int size = shape.weightCount() + 1;
    double[] sums = new double[size * size];
    double[] row = new double[size];
    row[shape.width()] = 1;
    int known = 0;
    for (int item = 0; item < items.itemCount(); item++) {
      if (!items.isNew(item)) {
        items.copyVector(item, row);
        row[size - 1] = items.bias(item);
        addSquare(row, sums);
        known++;
      }
    }
    float[] moments = new float[sums.length];
    for (int i = 0; i < moments.length; i++) {
      moments[i] = (float) (sums[i] / Math.max(1, known));
    }
    return moments;
  }

  private static void addSquare(double[] row, double[] sums) {
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < row.length; j++) {
        sums[i * row.length + j] += row[i] * row[j];
      }
    }
  }

  /**
   * {@code M u}, half of what the mean square of the scores rises by along each coordinate.
   *
   * @param u {@code double[weights + 1]}: weights, then how much the bias counts
   */
  double[] times(double[] u) {
    double[] product = new double[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        product[i] += moments[j * size + i] * u[j];
      }
    }
    return product;
  }

  /** M in row i and column j. */
  double at(int i, int j) {
    return moments[i * size + j];
  }
}
