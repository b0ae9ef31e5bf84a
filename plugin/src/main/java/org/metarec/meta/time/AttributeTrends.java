package org.metarec.meta.time;

import java.util.stream.DoubleStream;
import org.metarec.meta.feature.ItemAttributes;

/**
 * What is liked lately more than it was, or less: skis in the winter. It raises or lowers the items
 * that have an attribute by {@code Σ_r (Σ_a b_a) / √n_r}, over the n_r attributes that relation r
 * gives an item, {@code b_a = β_r lift_a} ({@link AttributeCounts#lift}). Immutable.
 */
public final class AttributeTrends {
  private final ItemAttributes attributes;
  private final float[] biases;

  AttributeTrends(ItemAttributes attributes, float[] biases) {
    this.attributes = attributes;
    this.biases = biases;
  }

  /** Where nothing is liked more than it was. */
  static AttributeTrends none(ItemAttributes attributes) {
    return new AttributeTrends(attributes, new float[attributes.count()]);
  }

  /** By the numbers of attributes; not a copy. */
  public float[] biases() {
    return biases;
  }

  /** By how much an item is raised. */
  float ofItem(int item) {
    double[] ofRelations = attributes.sums(item, attribute -> biases[attribute]);
    return (float) DoubleStream.of(ofRelations).sum();
  }
}
