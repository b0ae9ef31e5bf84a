package org.metarec.meta.item;

import org.metarec.model.FloatArrays;

/**
 * What the attributes of a new item add to its vector and bias: {@code Σ_r (Σ_a p_a) / √n_r}, over
 * the n_r attributes that relation r gives it and that say something, p_a being what a says,
 * projected ({@link ItemVectors#projected}), then by how much it raises items. The vector is {@link
 * ItemContent} projected, up to rounding. Sums in the order in which attributes are added. Not
 * thread-safe.
 */
public final class ContentVector {
  private final double[] sum;
  private final double[] ofRelation;
  private int lastRelation;
  private int count;

  /**
   * @param width of the items' vectors
   */
  public ContentVector(int width) {
    this.sum = new double[width + 1];
    this.ofRelation = new double[width + 1];
  }

  /**
   * Adds an attribute; those of one relation one after the other.
   *
   * @param said {@code float[width + 1]}: vector, then bias
   */
  public void add(int relation, float[] said) {
    if (relation != lastRelation) {
      finishRelation();
      lastRelation = relation;
    }
    count++;
    for (int j = 0; j < said.length; j++) {
      ofRelation[j] += said[j];
    }
  }

  private void finishRelation() {
    for (int j = 0; j < sum.length && count > 0; j++) {
      sum[j] += ofRelation[j] / Math.sqrt(count);
      ofRelation[j] = 0;
    }
    count = 0;
  }

  /** The sum of all: {@code float[width + 1]}. */
  public float[] values() {
    finishRelation();
    return FloatArrays.rounded(sum);
  }
}
