package org.metarec.tensor.rotate;

import ai.djl.ndarray.NDManager;
import org.metarec.tensor.EngineDevice;
import org.metarec.train.step.Batch;
import org.metarec.train.step.RotatEStart;
import org.metarec.train.step.RotatEStep;

/**
 * The step as a tensor program, for a GPU: the same loss, gradient and rows moved as {@code
 * train.processor.ProcessorRotatEStep}, the gradient written in closed form, so that no engine
 * records anything. The tables live on the device. A batch is computed in stretches of a fixed size
 * that are summed in order. Not thread-safe.
 */
public final class TensorRotatEStep implements RotatEStep {

  /** Floats of one array of a stretch; larger ones only wait for memory on the processor. */
  private static final int PROCESSOR_FLOATS = 1 << 22;

  /** A GPU wants much to do at once; a stretch takes about ten such arrays. */
  private static final int GPU_FLOATS = 1 << 26;

  private final RotatEStart start;
  private final NDManager manager;
  private final DeviceTables tables;
  private final ClusterPull clusters;
  private final RowSlots entitySlots;
  private final RowSlots relationSlots;
  private final int mostFloats;

  /**
   * @param start its tables are copied to the device, and changed by {@link #writeTables} alone
   */
  public TensorRotatEStep(RotatEStart start, EngineDevice device) {
    this(start, device.newManager(), device.isGpu() ? GPU_FLOATS : PROCESSOR_FLOATS);
  }

  /**
   * @param manager of the device; closed with the step
   * @param mostFloats of one array of a micro-batch
   */
  TensorRotatEStep(RotatEStart start, NDManager manager, int mostFloats) {
    this.start = start;
    this.manager = manager;
    int dimension = start.config().embeddingDimension();
    double clip = start.config().gradientClip();
    this.tables =
        EngineDevice.orClose(
            manager,
            () ->
                new DeviceTables(
                    new DeviceTable(start.entities().values(), 2 * dimension, clip, manager),
                    new DeviceTable(start.phases().values(), dimension, clip, manager)));
    this.clusters = new ClusterPull(start.clusters(), tables.phases());
    this.entitySlots = new RowSlots(start.entities().entityCount());
    this.relationSlots = new RowSlots(start.phases().relationCount());
    this.mostFloats = mostFloats;
  }

  @Override
  public double[] run(Batch batch, double learningRate) {
    try (NDManager scratch = manager.newSubManager()) {
      double[] losses = new double[batch.size()];
      BatchGradients gradients = gradients(batch, losses, scratch);
      tables.entities().beginStep(learningRate);
      tables.phases().beginStep(learningRate * start.phaseRate());
      tables.entities().move(gradients.ofEntities());
      tables.phases().move(gradients.ofPhases());
      tables.phases().wrap(gradients.ofPhases().rows());
      return losses;
    }
  }

  /**
   * The gradients of a batch; moves nothing.
   *
   * @param losses receives the loss of each position
   */
  BatchGradients gradients(Batch batch, double[] losses, NDManager scratch) {
    int dimension = start.config().embeddingDimension();
    var ofEntities =
        new RowGradients(entitySlots, CorruptionProgram.entities(batch), 2 * dimension, scratch);
    var ofPhases =
        new RowGradients(relationSlots, CorruptionProgram.relations(batch), dimension, scratch);
    CorruptionProgram program =
        switch (batch.corruption()) {
          case HEAD, TAIL -> new EntityCorruptionProgram(batch, tables, ofEntities, ofPhases);
          case RELATION -> new RelationCorruptionProgram(batch, tables, ofEntities, ofPhases);
        };
    PairLoss loss = new PairLoss(start.config(), losses);
    int stretch = Math.max(1, mostFloats / (batch.pairsPerTriple() * 2 * dimension));
    for (int from = 0; from < batch.size(); from += stretch) {
      try (NDManager ofStretch = scratch.newSubManager()) {
        int to = Math.min(from + stretch, batch.size());
        program.run(new MicroBatch(batch, from, to, ofStretch), loss);
      }
    }
    program.finish();
    clusters.add(batch, ofPhases, losses);
    return new BatchGradients(ofEntities, ofPhases);
  }

  /** The gradients of a batch; they live as long as the manager they were made with. */
  record BatchGradients(RowGradients ofEntities, RowGradients ofPhases) {}

  @Override
  public void writeTables() {
    tables.entities().writeTo(start.entities().values());
    tables.phases().writeTo(start.phases().values());
  }

  @Override
  public void close() {
    manager.close();
  }
}
