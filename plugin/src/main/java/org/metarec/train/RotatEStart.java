package org.metarec.train;

import org.metarec.model.EntityTable;
import org.metarec.model.RelationPhases;

/**
 * What the steps of a training begin with and work on.
 *
 * @param entities moved in place
 * @param phases moved in place
 * @param clusters may be found anew between two steps
 */
public record RotatEStart(
    RotatEConfig config, EntityTable entities, RelationPhases phases, RelationClusters clusters) {

  /** Radians that a phase moves by where a coordinate moves by 1. */
  public double phaseRate() {
    return RotatETables.phaseRate(config);
  }
}
