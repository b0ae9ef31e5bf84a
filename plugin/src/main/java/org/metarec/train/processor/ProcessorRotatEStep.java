package org.metarec.train.processor;

import java.util.function.IntPredicate;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.model.kernel.Kernel;
import org.metarec.train.config.CorruptionMix;
import org.metarec.train.config.RotatEConfig;
import org.metarec.train.step.Batch;
import org.metarec.train.step.RotatEStart;
import org.metarec.train.step.RotatEStep;
import org.metarec.triple.Workers;

/**
 * The step on the processor, in plain Java. Pairs are taken by candidate, so that each row and its
 * moments stream through the cache once a pass, and rows are moved as soon as their gradient is
 * complete. Threads share the candidates; the result does not depend on how many they are.
 */
public final class ProcessorRotatEStep implements RotatEStep {
  private final TrainingTables tables;
  private final RotatEConfig config;
  private final double phaseRate;
  private final Workers workers;
  private final EntityGradients entityGradients;
  private final EntityCorruptionPass entityPass;
  private final RelationCorruptionPass relationPass;

  /**
   * @param start has the tables, which are moved in place
   */
  ProcessorRotatEStep(
      RotatEStart start,
      RowOptimizer ofEntities,
      RowOptimizer ofPhases,
      Workers workers,
      Kernel kernel) {
    this.tables = new TrainingTables(start, ofEntities, ofPhases);
    this.config = start.config();
    this.phaseRate = start.phaseRate();
    this.workers = workers;
    this.entityGradients = new EntityGradients(tables.entityCount(), tables.dimension());
    this.entityPass = new EntityCorruptionPass(tables, entityGradients, kernel);
    this.relationPass = new RelationCorruptionPass(tables, entityGradients, kernel);
  }

  /**
   * Begins on the tables of {@code start}, which are moved in place.
   *
   * @param workers not closed
   */
  public static ProcessorRotatEStep of(RotatEStart start, Workers workers, Kernel kernel) {
    return sparing(start, entity -> false, relation -> false, workers, kernel);
  }

  /**
   * A step on the processor that leaves some rows as they are.
   *
   * @param sparesEntity whether the row of an entity stays
   * @param sparesPhase whether the phase of a relation stays
   */
  public static ProcessorRotatEStep sparing(
      RotatEStart start,
      IntPredicate sparesEntity,
      IntPredicate sparesPhase,
      Workers workers,
      Kernel kernel) {
    return new ProcessorRotatEStep(
        start,
        ofEntities(start, kernel, sparesEntity),
        ofPhases(start, kernel, sparesPhase),
        workers,
        kernel);
  }

  /**
   * How many rows of an embedding it keeps for each triple of a batch, at most: sums of each part,
   * what is compared, and the gradients of entities and phases.
   */
  public static int rowsOfTriple(CorruptionMix corruption) {
    int ofEntityPass = CorruptionPass.PARTS + 3;
    int ofRelationPass = 2 * (CorruptionPass.PARTS + 1) + 1;
    return corruption == CorruptionMix.MIXED ? ofEntityPass + ofRelationPass : ofEntityPass;
  }

  private static RowOptimizer ofEntities(RotatEStart start, Kernel kernel, IntPredicate isSpared) {
    EntityTable entities = start.entities();
    double clip = start.config().gradientClip();
    return new Adam(entities.values(), 2 * entities.dimension(), clip, kernel, isSpared);
  }

  private static RowOptimizer ofPhases(RotatEStart start, Kernel kernel, IntPredicate isSpared) {
    RelationPhases phases = start.phases();
    double clip = start.config().gradientClip();
    return new Adam(phases.values(), phases.dimension(), clip, kernel, isSpared);
  }

  @Override
  public double[] run(Batch batch, double learningRate) {
    CorruptionPass pass =
        switch (batch.corruption()) {
          case HEAD, TAIL -> entityPass;
          case RELATION -> relationPass;
        };
    float[] pairValues = new float[batch.pairs()];
    pass.begin(batch);
    workers.run(CorruptionPass.PARTS, pass::prepare);
    workers.run(CorruptionPass.PARTS, part -> pass.measure(part, pairValues));
    double[] losses = differentiate(batch, pairValues);
    tables.beginStep(learningRate, learningRate * phaseRate);
    workers.run(CorruptionPass.PARTS, part -> pass.descend(part, pairValues));
    workers.run(CorruptionPass.PARTS, pass::gather);
    pass.collect();
    workers.run(CorruptionPass.PARTS, pass::apply);
    entityGradients.clear();
    return losses;
  }

  /** Distances become the derivatives of the loss in them; returns the loss of each triple. */
  private double[] differentiate(Batch batch, float[] pairValues) {
    double[] losses = new double[batch.size()];
    workers.run(
        CorruptionPass.PARTS,
        part -> {
          SelfAdversarialLoss loss = new SelfAdversarialLoss(batch, config);
          for (int i = part; i < batch.size(); i += CorruptionPass.PARTS) {
            losses[i] = loss.differentiate(i, pairValues);
          }
        });
    tables.addClusterLosses(batch, losses);
    return losses;
  }
}
