package org.metarec.train.processor;

import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.model.kernel.ComplexRow;
import org.metarec.train.processor.RowOptimizer.RowUpdate;
import org.metarec.train.step.Batch;
import org.metarec.train.step.RelationClusters;
import org.metarec.train.step.RotatEStart;

/** The tables in training, the rotations that follow from the phases, and what moves both. */
final class TrainingTables {
  private final EntityTable entities;
  private final RelationPhases phases;
  private final RowOptimizer entityOptimizer;
  private final RowOptimizer phaseOptimizer;
  private final RelationClusters clusters;
  private final ComplexRow[] rotations;

  TrainingTables(RotatEStart start, RowOptimizer ofEntities, RowOptimizer ofPhases) {
    this.entities = start.entities();
    this.phases = start.phases();
    this.entityOptimizer = ofEntities;
    this.phaseOptimizer = ofPhases;
    this.clusters = start.clusters();
    this.rotations = ComplexRow.atLeast(phases.relationCount(), dimension(), new ComplexRow[0]);
    for (int relation = 0; relation < rotations.length; relation++) {
      rotations[relation].load(phases, relation);
    }
  }

  int dimension() {
    return entities.dimension();
  }

  int entityCount() {
    return entities.entityCount();
  }

  int relationCount() {
    return phases.relationCount();
  }

  ComplexRow zero() {
    return new ComplexRow(dimension());
  }

  void load(int entity, ComplexRow into) {
    into.load(entities, entity);
  }

  /** Has the row of an entity on its way to the cache; the number means nothing. */
  float prefetch(int entity) {
    return entities.prefetch(entity);
  }

  /** Has the row and its moments on their way to the cache; the number means nothing. */
  float prefetchToMove(int entity) {
    return entities.prefetch(entity) + entityOptimizer.prefetch(entity);
  }

  ComplexRow rotation(int relation) {
    return rotations[relation];
  }

  /**
   * @param learningRate in the unit of the coordinates
   * @param phaseLearningRate in radians
   */
  void beginStep(double learningRate, double phaseLearningRate) {
    entityOptimizer.beginStep(learningRate);
    phaseOptimizer.beginStep(phaseLearningRate);
  }

  RowUpdate entityUpdate() {
    return entityOptimizer.rows();
  }

  void addClusterLosses(Batch batch, double[] losses) {
    clusters.addLosses(batch, phases, losses);
  }

  /** Moves phases, wraps them into (−π, π] and turns their rotations after them. */
  RowUpdate phaseUpdate() {
    RowUpdate update = phaseOptimizer.rows();
    return (relation, gradient) -> {
      clusters.addGradient(relation, phases, gradient);
      update.move(relation, gradient);
      phases.wrap(relation);
      rotations[relation].load(phases, relation);
    };
  }
}
