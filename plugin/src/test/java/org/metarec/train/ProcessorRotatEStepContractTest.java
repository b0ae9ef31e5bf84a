package org.metarec.train;

import java.util.Arrays;
import org.metarec.model.Kernel;
import org.metarec.triple.Workers;

class ProcessorRotatEStepContractTest implements RotatEStepContract {

  @Override
  public RotatEStep step(RotatEStart start) {
    return ProcessorRotatEStep.of(start, new Workers(1), Kernel.fastest());
  }

  @Override
  public double gradients(StepSample sample, float[][] ofEntities, float[][] ofPhases) {
    TrainingTables tables = sample.tables(new Recorder(ofEntities), new Recorder(ofPhases));
    try (Workers workers = new Workers(2)) {
      RotatEStep step = new ProcessorRotatEStep(tables, sample.config, workers, Kernel.fastest());
      return Arrays.stream(step.run(sample.batch, 0.01)).sum();
    }
  }

  /** Keeps gradients and moves nothing. */
  private static final class Recorder implements RowOptimizer {
    private final float[][] gradients;

    Recorder(float[][] gradients) {
      this.gradients = gradients;
    }

    @Override
    public void beginStep(double learningRate) {}

    @Override
    public float touch(int row) {
      return 0; // nothing lies in a cache that matters
    }

    @Override
    public RowUpdate rows() {
      return (row, gradient) -> gradients[row] = gradient.clone();
    }
  }
}
