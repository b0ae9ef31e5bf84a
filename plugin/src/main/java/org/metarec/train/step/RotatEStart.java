package org.metarec.train.step;

import java.util.SplittableRandom;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.train.config.RotatEConfig;
import org.metarec.triple.Triples;

/**
 * What the steps of a training begin with and work on.
 *
 * @param entities moved in place
 * @param phases moved in place
 * @param clusters may be found anew between two steps
 */
public record RotatEStart(
    RotatEConfig config, EntityTable entities, RelationPhases phases, RelationClusters clusters) {

  /** Tables of random numbers from the seed. */
  public static RotatEStart untrained(Triples triples, RotatEConfig config) {
    SplittableRandom random = new SplittableRandom(config.randomSeed());
    return new RotatEStart(
        config,
        RotatETables.entities(triples.entityCount(), config, random.split()),
        RotatETables.phases(triples.relationCount(), config, random.split()),
        new RelationClusters(triples, config));
  }

  /** Radians that a phase moves by where a coordinate moves by 1. */
  public double phaseRate() {
    return Math.PI / RotatETables.range(config);
  }
}
