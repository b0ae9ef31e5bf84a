package org.metarec.testing;

import java.util.SplittableRandom;
import org.metarec.model.embedding.RelationPhases;

/** Relations whose phases lie in groups around random centres. */
public final class GroupedPhases {

  private GroupedPhases() {}

  /**
   * Relation r belongs to group r mod {@code groups}.
   *
   * @param noise how far an angle may be from its group's, in radians; many turns leave no group
   */
  public static RelationPhases of(
      long seed, int relationCount, int groups, int dimension, double noise) {
    float[] centres = RandomTables.phases(seed, groups, dimension).values();
    float[] values = new float[relationCount * dimension];
    SplittableRandom random = new SplittableRandom(seed + 1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (centres[i % centres.length] + random.nextDouble(-noise, noise));
    }
    RelationPhases phases = new RelationPhases(dimension, values);
    for (int relation = 0; relation < relationCount; relation++) {
      phases.wrap(relation);
    }
    return phases;
  }
}
