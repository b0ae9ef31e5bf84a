package org.metarec.train;

import org.metarec.model.EntityTable;
import org.metarec.model.RelationPhases;
import org.metarec.model.kernel.Kernel;
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
   * @param tables moved in place
   */
  ProcessorRotatEStep(TrainingTables tables, RotatEConfig config, Workers workers, Kernel kernel) {
    this.tables = tables;
    this.config = config;
    this.phaseRate = RotatETables.phaseRate(config);
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
    return of(start, KeptRows.NONE, workers, kernel);
  }

  /** Likewise, but some rows stay as they are. */
  static ProcessorRotatEStep of(RotatEStart start, KeptRows kept, Workers workers, Kernel kernel) {
    EntityTable entities = start.entities();
    RelationPhases phases = start.phases();
    double clip = start.config().gradientClip();
    Adam ofEntities = new Adam(entities.values(), 2 * entities.dimension(), clip, kernel);
    Adam ofPhases = new Adam(phases.values(), phases.dimension(), clip, kernel);
    TrainingTables tables =
        new TrainingTables(
            entities,
            phases,
            kept.sparingEntities(ofEntities),
            kept.sparingPhases(ofPhases),
            start.clusters());
    return new ProcessorRotatEStep(tables, start.config(), workers, kernel);
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
