package org.metarec.meta.item;

import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;

/**
 * From the embedding of an attribute to what it adds to the vector of an item that one relation
 * links with it: the turn to where the item should be, and the projection of {@link ItemVectors},
 * in one matrix. Immutable.
 */
public final class AttributeProjection {
  private final int width;
  private final float[] matrix;

  /**
   * Multiplies the two.
   *
   * @param relation content relation
   * @param phase {@code float[d]}: angles of the relation, in radians
   * @param itemIsTail whether the relation leads from the attribute to the item
   */
  public AttributeProjection(Prior prior, int relation, float[] phase, boolean itemIsTail) {
    int dimension = phase.length;
    int offset = relation * 2 * dimension;
    float[] projection = prior.part(PriorPart.CONTENT_PROJECTION);
    double scale = prior.number(PriorPart.FEATURE_SCALE);
    this.width = prior.shape().width();
    this.matrix = new float[2 * dimension * width];
    for (int k = 0; k < dimension; k++) {
      double cosine = scale * Math.cos(phase[k]);
      double sine = scale * (itemIsTail ? 1 : -1) * Math.sin(phase[k]);
      for (int j = 0; j < width; j++) {
        float ofReal = projection[(offset + k) * width + j];
        float ofImaginary = projection[(offset + dimension + k) * width + j];
        matrix[k * width + j] = (float) (cosine * ofReal + sine * ofImaginary);
        matrix[(dimension + k) * width + j] = (float) (cosine * ofImaginary - sine * ofReal);
      }
    }
  }

  /**
   * What an attribute adds.
   *
   * @param embedding {@code float[2d]}
   * @return {@code float[width]}
   */
  public float[] of(float[] embedding) {
    float[] added = new float[width];
    for (int i = 0; i < embedding.length; i++) {
      float x = embedding[i];
      int row = i * width;
      for (int j = 0; j < width; j++) {
        added[j] += x * matrix[row + j];
      }
    }
    return added;
  }
}
