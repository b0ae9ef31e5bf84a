package org.metarec.bench.kernel;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.stream.IntStream;
import org.metarec.train.step.Batch;
import org.metarec.train.step.RotatEStart;
import org.metarec.train.step.RotatEStep;
import org.metarec.triple.Corruption;

/**
 * The baseline: RotatE's step on the processor as one writes it with DJL, its gradient found by the
 * engine. Same loss, rows moved and Adam as the kernels. Start the engine first; no other gradient
 * may be collected in the process at the time.
 */
final class AutogradRotatEStep implements RotatEStep {

  /**
   * Floats of one array of a micro-batch. Measured: with larger ones the engine waits for memory,
   * with smaller ones for itself.
   */
  private static final int MICRO_FLOATS = 1 << 18;

  private final RotatEStart start;
  private final NDManager manager;
  private final AutogradTable entities;
  private final AutogradTable phases;

  /**
   * @param start its tables are copied, and changed by {@link #writeTables} alone
   */
  AutogradRotatEStep(RotatEStart start) {
    this.start = start;
    this.manager = NDManager.newBaseManager(Device.cpu());
    int dimension = start.config().embeddingDimension();
    double clip = start.config().gradientClip();
    this.entities = new AutogradTable(start.entities().values(), 2 * dimension, clip, manager);
    this.phases = new AutogradTable(start.phases().values(), dimension, clip, manager);
  }

  @Override
  public double[] run(Batch batch, double learningRate) {
    double[] losses = backward(batch);
    try (NDManager scratch = manager.newSubManager()) {
      entities.step(learningRate, scratch);
      phases.step(learningRate * start.phaseRate(), scratch);
    }
    return losses;
  }

  /** Adds up the gradients of a batch; returns the loss of each triple. */
  double[] backward(Batch batch) {
    double[] losses = new double[batch.size()];
    int floats = batch.pairsPerTriple() * 2 * start.config().embeddingDimension();
    int size = Math.max(1, MICRO_FLOATS / floats);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      for (int from = 0; from < batch.size(); from += size) {
        backward(batch, from, Math.min(from + size, batch.size()), collector, losses);
      }
    }
    return losses;
  }

  private void backward(
      Batch batch, int from, int to, GradientCollector collector, double[] losses) {
    boolean ofRelations = batch.corruption() == Corruption.RELATION;
    try (NDManager micro = manager.newSubManager()) {
      IntStream ends =
          IntStream.range(from, to).flatMap(i -> IntStream.of(batch.head(i), batch.tail(i)));
      IntStream relations = IntStream.range(from, to).map(batch::relation);
      IntStream candidates =
          IntStream.range(from * batch.pairsPerTriple(), to * batch.pairsPerTriple())
              .map(batch::candidate)
              .filter(row -> row >= 0);
      var entityLeaf =
          entities.leaf(ofRelations ? ends : IntStream.concat(ends, candidates), micro);
      var phaseLeaf = phases.leaf(ofRelations ? candidates : relations, micro);
      AutogradLoss loss = new AutogradLoss(start, batch, from, to, micro);
      NDArray ofTriples =
          loss.ofTriples(
              new AutogradLoss.Rows(entityLeaf.values(), entities::slot),
              new AutogradLoss.Rows(phaseLeaf.values(), phases::slot));
      collector.backward(ofTriples.sum());
      entities.addGradient(entityLeaf);
      phases.addGradient(phaseLeaf);
      float[] found = ofTriples.toFloatArray();
      for (int i = 0; i < found.length; i++) {
        losses[from + i] = found[i];
      }
    }
  }

  AutogradTable entities() {
    return entities;
  }

  AutogradTable phases() {
    return phases;
  }

  @Override
  public void writeTables() {
    entities.writeTo(start.entities().values());
    phases.writeTo(start.phases().values());
    for (int relation = 0; relation < start.phases().relationCount(); relation++) {
      start.phases().wrap(relation);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
