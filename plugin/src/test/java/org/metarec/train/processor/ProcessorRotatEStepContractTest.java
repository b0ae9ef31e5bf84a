package org.metarec.train.processor;

import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.metarec.model.kernel.Kernel;
import org.metarec.train.step.RotatEStart;
import org.metarec.train.step.RotatEStep;
import org.metarec.train.step.RotatEStepContract;
import org.metarec.train.step.StepSample;
import org.metarec.triple.Workers;

class ProcessorRotatEStepContractTest {

  @Nested
  class Plain extends OnTheProcessor {
    Plain() {
      super(Kernel.PLAIN);
    }
  }

  @Nested
  class Vector extends OnTheProcessor {
    Vector() {
      super(Kernel.VECTOR);
    }
  }

  private abstract static class OnTheProcessor implements RotatEStepContract {
    private final Kernel kernel;

    OnTheProcessor(Kernel kernel) {
      this.kernel = kernel;
    }

    @Override
    public RotatEStep step(RotatEStart start) {
      return ProcessorRotatEStep.of(start, new Workers(1), kernel);
    }

    @Override
    public double gradients(StepSample sample, float[][] ofEntities, float[][] ofPhases) {
      try (Workers workers = new Workers(2)) {
        RotatEStep step =
            new ProcessorRotatEStep(
                sample.start(), new Recorder(ofEntities), new Recorder(ofPhases), workers, kernel);
        return Arrays.stream(step.run(sample.batch(), 0.01)).sum();
      }
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
    public float prefetch(int row) {
      return 0; // nothing lies in a cache that matters
    }

    @Override
    public RowUpdate rows() {
      return (row, gradient) -> gradients[row] = gradient.clone();
    }
  }
}
