package org.metarec.meta.inner;

import org.metarec.meta.regression.PositiveDefinite;
import org.metarec.model.FloatArrays;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.triple.Progress;

/**
 * What a user's weights make of all items that count in the mean, without a look at any: the mean
 * square of their scores is a quadratic form, {@code mean_i (uᵀz_i)² = uᵀ M u} with {@code M =
 * mean_i z_i z_iᵀ}. That every item which was not clicked counts, at the cost of a small matrix, is
 * from Hu, Koren, Volinsky, "Collaborative Filtering for Implicit Feedback Datasets", ICDM 2008.
 * Immutable.
 */
public final class ItemMoments {
  private final int size;
  private final double[] moments;

  ItemMoments(Prior prior) {
    this.size = prior.shape().width() + 2;
    this.moments = FloatArrays.toDoubles(prior.part(PriorPart.ITEM_MOMENTS));
  }

  /**
   * M of some items of a table, see {@link PriorPart#ITEM_MOMENTS}.
   *
   * @return {@code float[(width + 2)²]}, symmetric; zeros where there are none
   */
  public static float[] of(ItemTable items, int[] counted, Progress progress) {
    int size = items.width() + 2;
    double[] sums = new double[size * size];
    double[] row = new double[size];
    row[items.width()] = 1;
    for (int item : counted) {
      progress.checkRunning();
      items.copyVector(item, row);
      row[size - 1] = items.bias(item);
      PositiveDefinite.addSquare(row, sums);
    }
    float[] moments = new float[sums.length];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        moments[i * size + j] = (float) (sums[i * size + j] / Math.max(1, counted.length));
        moments[j * size + i] = moments[i * size + j];
      }
    }
    return moments;
  }

  /**
   * {@code M u}: half of what the mean square of the scores rises by along each coordinate.
   *
   * @param u {@code double[width + 2]}: weights of the vector and the constant, then how much the
   *     bias counts
   */
  double[] times(double[] u) {
    double[] product = new double[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        product[j] += moments[i * size + j] * u[i];
      }
    }
    return product;
  }

  /** M in row i and column j. */
  double at(int i, int j) {
    return moments[i * size + j];
  }
}
