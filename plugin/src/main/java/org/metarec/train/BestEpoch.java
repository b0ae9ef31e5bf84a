package org.metarec.train;

import java.util.List;
import java.util.Map;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.triple.Triples;

/**
 * Keeps the best epoch so far. The tables are copied only where training goes on from it, and into
 * the same copy each time: on a graph of a million entities a copy takes half a gigabyte.
 */
final class BestEpoch {
  private final EntityTable entities;
  private final RelationPhases phases;
  private EntityTable bestEntities;
  private RelationPhases bestPhases;
  private int bestEpoch;
  private Map<String, Double> bestMetrics = Map.of();

  /**
   * @param entities in training
   * @param phases in training
   */
  BestEpoch(EntityTable entities, RelationPhases phases) {
    this.entities = entities;
    this.phases = phases;
    this.bestEntities = entities;
    this.bestPhases = phases;
  }

  /**
   * Keeps the tables as they are now.
   *
   * @param isLast whether they will not be trained any more
   */
  void keep(int epoch, Map<String, Double> metrics, boolean isLast) {
    bestEpoch = epoch;
    bestMetrics = metrics;
    if (isLast) {
      bestEntities = entities;
      bestPhases = phases;
    } else if (bestEntities == entities) {
      bestEntities = new EntityTable(entities.dimension(), entities.values().clone());
      bestPhases = new RelationPhases(phases.dimension(), phases.values().clone());
    } else {
      System.arraycopy(entities.values(), 0, bestEntities.values(), 0, entities.values().length);
      System.arraycopy(phases.values(), 0, bestPhases.values(), 0, phases.values().length);
    }
  }

  /**
   * What was kept; the tables as they are now if nothing was.
   *
   * @param losses of all epochs that were run
   * @param heldBack triples that training has not seen
   */
  TrainedRotatE trained(List<Double> losses, Triples heldBack) {
    int epoch = bestEpoch == 0 ? losses.size() : bestEpoch;
    return new TrainedRotatE(bestEntities, bestPhases, losses, epoch, bestMetrics, heldBack);
  }
}
