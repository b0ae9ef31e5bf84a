package org.metarec.train;

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
  private final EntityGradients entityGradients;
  private final CandidateOrder entityOrder;
  private final CandidateOrder relationOrder;

  /**
   * @param tables moved in place
   */
  ProcessorRotatEStep(TrainingTables tables, RotatEConfig config, Workers workers) {
    this.tables = tables;
    this.loss = new SelfAdversarialLoss(config.margin(), config.adversarialTemperature());
    this.phaseRate = RotatETables.phaseRate(config);
    this.workers = workers;
    this.entityGradients = new EntityGradients(tables.entityCount(), tables.dimension());
    this.entityOrder = new CandidateOrder(tables.entityCount());
    this.relationOrder = new CandidateOrder(tables.relationCount());
  }

  @Override
  public double[] run(Batch batch, double learningRate) {
    float[] pairValues = new float[batch.pairs()];
    CorruptionPass pass = pass(batch, pairValues);
    workers.run(CorruptionPass.PARTS, pass::measure);
    double[] losses = differentiate(batch, pairValues);
    tables.beginStep(learningRate, learningRate * phaseRate);
    workers.run(CorruptionPass.PARTS, pass::descend);
    pass.finish();
    return losses;
  }

  private CorruptionPass pass(Batch batch, float[] pairValues) {
    return switch (batch.corruption()) {
      case HEAD, TAIL -> {
        entityOrder.sort(batch);
        yield new EntityCorruptionPass(tables, entityGradients, batch, entityOrder, pairValues);
      }
      case RELATION -> {
        relationOrder.sort(batch);
        yield new RelationCorruptionPass(tables, entityGradients, batch, relationOrder, pairValues);
      }
    };
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
