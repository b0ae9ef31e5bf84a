package org.metarec.meta.item;

import org.metarec.model.taste.PriorShape;

/**
 * What the attributes of one item say of it, relation by relation: {@code f_r = Σ_a m_a / √n_r},
 * over the n_r attributes that relation r gives the item and that say something, m_a being how
 * their other items are embedded ({@code meta.feature.AttributeMeans}). A relation without such
 * attributes gives zeros. Not thread-safe.
 */
public final class ItemContent {
  private final int rowLength;
  private final float[] sums;
  private final int[] counts;

  public ItemContent(PriorShape shape) {
    this.rowLength = 2 * shape.dimension();
    this.sums = new float[shape.contentLength()];
    this.counts = new int[shape.contentRelations()];
  }

  /**
   * Adds an attribute.
   *
   * @param relation content relation
   * @param mean {@code float[2d]}
   */
  public void add(int relation, float[] mean) {
    int offset = relation * rowLength;
    for (int j = 0; j < rowLength; j++) {
      sums[offset + j] += mean[j];
    }
    counts[relation]++;
  }

  /** {@code float[contentRelations · 2d]}. */
  public float[] values() {
    float[] values = sums.clone();
    for (int relation = 0; relation < counts.length; relation++) {
      float scale = counts[relation] == 0 ? 0 : (float) (1 / Math.sqrt(counts[relation]));
      for (int j = relation * rowLength; j < (relation + 1) * rowLength; j++) {
        values[j] *= scale;
      }
    }
    return values;
  }
}
