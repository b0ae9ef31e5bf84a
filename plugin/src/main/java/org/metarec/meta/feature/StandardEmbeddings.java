package org.metarec.meta.feature;

import java.util.BitSet;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.UnreadInteractions;

/**
 * Embeddings of items as the meta-learner sees them: {@code Ẽ = (E − mean) · scale}, of mean 0 over
 * the known items. Their spread, the root mean square, is how far they are trusted: the mean of
 * {@code n / (n + 30)} over all interactions, n the number of items that the same user interacted
 * with. RotatE has read the very interactions that tasks ask for; whoever has few of them it learns
 * by heart (ADR 35). A training that goes on keeps mean and scale. Immutable; the table is not
 * copied.
 */
public final class StandardEmbeddings {
  private final EntityTable entities;
  private final float[] mean;
  private final float scale;

  private StandardEmbeddings(EntityTable entities, float[] mean, float scale) {
    this.entities = entities;
    this.mean = mean;
    this.scale = scale;
  }

  /** By the known items and the interactions of now. */
  public static StandardEmbeddings of(
      EntityTable entities, BitSet known, Interactions interactions) {
    float[] mean = entities.mean(known).values();
    double scale = trust(interactions) / spread(entities, known, mean);
    return new StandardEmbeddings(entities, mean, (float) scale);
  }

  /** All 0: of embeddings nothing is to be learned. */
  static StandardEmbeddings none(EntityTable entities, BitSet known) {
    return new StandardEmbeddings(entities, entities.mean(known).values(), 0);
  }

  /** By the mean and scale that were learned with. */
  public static StandardEmbeddings of(EntityTable entities, Prior before) {
    return new StandardEmbeddings(
        entities, before.part(PriorPart.EMBEDDING_MEAN), before.number(PriorPart.EMBEDDING_SCALE));
  }

  /** {@code Σ_u n_u² / (n_u + 30) / Σ_u n_u}, in [0, 1); 0 without interactions. */
  private static double trust(Interactions interactions) {
    double sum = 0;
    for (int user = 0; user < interactions.userCount(); user++) {
      double size = interactions.size(user);
      sum += size * size / (size + UnreadInteractions.HALF_BY_HEART);
    }
    return sum / Math.max(1, interactions.size());
  }

  /** The root mean square of what the known items differ from their mean; 1 if they do not. */
  private static double spread(EntityTable entities, BitSet known, float[] mean) {
    double squares = 0;
    for (int item = known.nextSetBit(0); item >= 0; item = known.nextSetBit(item + 1)) {
      float[] row = entities.row(item);
      for (int j = 0; j < row.length; j++) {
        squares += (row[j] - mean[j]) * (row[j] - mean[j]);
      }
    }
    double count = (double) known.cardinality() * mean.length;
    return squares == 0 ? 1 : Math.sqrt(squares / count);
  }

  /** {@code float[2d]}; a copy. */
  public float[] mean() {
    return mean.clone();
  }

  public float scale() {
    return scale;
  }

  /** Ẽ of an item: {@code float[2d]}. */
  public float[] of(int item) {
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
