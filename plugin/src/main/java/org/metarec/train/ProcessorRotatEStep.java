package org.metarec.train;

import org.metarec.model.Kernel;
import org.metarec.triple.Workers;

/**
 * The step on the processor, in plain Java. Pairs are taken by candidate, so that each row and its
 * moments stream through the cache once a pass, and rows are moved as soon as their gradient is
 * complete. Threads share the candidates; the result does not depend on how many they are.
 */
final class ProcessorRotatEStep implements RotatEStep {
  private final TrainingTables tables;
  private final SelfAdversarialLoss loss;
  private final double phaseRate;
  private final Workers workers;
  private final EntityCorruptionPass entityPass;
  private final RelationCorruptionPass relationPass;

  /**
   * @param tables moved in place
   */
  ProcessorRotatEStep(TrainingTables tables, RotatEConfig config, Workers workers, Kernel kernel) {
    this.tables = tables;
    this.loss = new SelfAdversarialLoss(config.margin(), config.adversarialTemperature());
    this.phaseRate = RotatETables.phaseRate(config);
    this.workers = workers;
    var entityGradients = new EntityGradients(tables.entityCount(), tables.dimension());
    this.entityPass = new EntityCorruptionPass(tables, entityGradients, kernel);
    this.relationPass = new RelationCorruptionPass(tables, entityGradients, kernel);
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
    pass.finish();
    return losses;
  }

  /** Distances become the derivatives of the loss in them; returns the loss of each triple. */
  private double[] differentiate(Batch batch, float[] pairValues) {
    double[] losses = new double[batch.size()];
    workers.run(
        CorruptionPass.PARTS,
        part -> {
          for (int i = part; i < batch.size(); i += CorruptionPass.PARTS) {
            losses[i] = loss.differentiate(batch, i, pairValues);
          }
        });
    tables.addClusterLosses(batch, losses);
    return losses;
  }
}
