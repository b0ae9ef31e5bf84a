package org.metarec.train.step;

import java.util.SplittableRandom;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.train.config.RotatEConfig;

/** Untrained tables. */
public final class RotatETables {

  private RotatETables() {}

  /** Coordinates begin within (γ + 2) / d of 0, as in the code of Sun et al. 2019. */
  static double range(RotatEConfig config) {
    return (config.margin() + 2) / config.embeddingDimension();
  }

  static EntityTable entities(int count, RotatEConfig config, SplittableRandom random) {
    int size = Math.multiplyExact(count, 2 * config.embeddingDimension());
    return new EntityTable(config.embeddingDimension(), uniform(size, range(config), random));
  }

  /** An untrained row of an entity: {@code float[2d]}. */
  public static float[] row(RotatEConfig config, SplittableRandom random) {
    return uniform(2 * config.embeddingDimension(), range(config), random);
  }

  public static RelationPhases phases(int count, RotatEConfig config, SplittableRandom random) {
    int size = Math.multiplyExact(count, config.embeddingDimension());
    return new RelationPhases(config.embeddingDimension(), uniform(size, Math.PI, random));
  }

  private static float[] uniform(int size, double range, SplittableRandom random) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextDouble(-range, range);
    }
    return values;
  }
}
