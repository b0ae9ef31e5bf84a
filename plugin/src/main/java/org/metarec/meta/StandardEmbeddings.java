package org.metarec.meta;

import java.util.BitSet;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;

/**
 * Embeddings of items as the meta-learner sees them: {@code Ẽ = (E − mean) · scale}, of mean 0 and
 * spread 1 over the known items. Immutable; the table is not copied.
 */
final class StandardEmbeddings {
  private final EntityTable entities;
  private final float[] mean;
  private final float scale;

  private StandardEmbeddings(EntityTable entities, float[] mean, float scale) {
    this.entities = entities;
    this.mean = mean;
    this.scale = scale;
  }

  /** By the known items of now. */
  static StandardEmbeddings of(EntityTable entities, BitSet known) {
    float[] mean = entities.mean(known).values();
    return new StandardEmbeddings(entities, mean, scale(entities, known, mean));
  }

  /** All 0: of embeddings nothing is to be learned. */
  static StandardEmbeddings none(EntityTable entities, BitSet known) {
    return new StandardEmbeddings(entities, entities.mean(known).values(), 0);
  }

  /** By the mean and scale that were learned with. */
  static StandardEmbeddings of(EntityTable entities, Prior before) {
    return new StandardEmbeddings(
        entities, before.part(PriorPart.EMBEDDING_MEAN), before.number(PriorPart.EMBEDDING_SCALE));
  }

  /** One over the root mean square of what the known items differ from their mean. */
  private static float scale(EntityTable entities, BitSet known, float[] mean) {
    double squares = 0;
    for (int item = known.nextSetBit(0); item >= 0; item = known.nextSetBit(item + 1)) {
      float[] row = entities.row(item);
      for (int j = 0; j < row.length; j++) {
        squares += (row[j] - mean[j]) * (row[j] - mean[j]);
      }
    }
    double count = (double) known.cardinality() * mean.length;
    return squares == 0 ? 1 : (float) Math.sqrt(count / squares);
  }

  /** {@code float[2d]}; a copy. */
  float[] mean() {
    return mean.clone();
  }

  float scale() {
    return scale;
  }

  /** Ẽ of an item: {@code float[2d]}. */
  float[] of(int item) {
    float[] standard = new float[mean.length];
    for (int j = 0; j < standard.length; j++) {
      standard[j] = standard(item, j);
    }
    return standard;
  }

  /** Adds Ẽ of an item to a sum. */
  void addTo(double[] sum, int item) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += standard(item, j);
    }
  }

  private float standard(int item, int coordinate) {
    float value = entities.values()[entities.offset(item) + coordinate];
    return (value - mean[coordinate]) * scale;
  }
}
