package org.metarec.tensor;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.metarec.train.RotatEStart;
import org.metarec.train.RotatEStep;
import org.metarec.train.RotatEStepContract;
import org.metarec.train.StepSample;

class TensorRotatEStepTest implements RotatEStepContract {

  @BeforeAll
  static void startEngine() {
    EngineStart.start(Path.of("target", "engine"));
  }

  @Override
  public RotatEStep step(RotatEStart start) {
    return new TensorRotatEStep(start, EngineDevice.named("cpu"));
  }

  @Override
  public double gradients(StepSample sample, float[][] ofEntities, float[][] ofPhases) {
    double[] losses = new double[sample.batch().size()];
    try (TensorRotatEStep step = new TensorRotatEStep(sample.start(), EngineDevice.named("cpu"));
        NDManager scratch = NDManager.newBaseManager()) {
      var gradients = step.gradients(sample.batch(), losses, scratch);
      fill(gradients.ofEntities(), ofEntities);
      fill(gradients.ofPhases(), ofPhases);
    }
    return Arrays.stream(losses).sum();
  }

  private static void fill(RowGradients gradients, float[][] table) {
    long[] rows = gradients.rows().toLongArray();
    for (int slot = 0; slot < rows.length; slot++) {
      table[(int) rows[slot]] = gradients.gradients().get(slot).toFloatArray();
    }
  }
}
