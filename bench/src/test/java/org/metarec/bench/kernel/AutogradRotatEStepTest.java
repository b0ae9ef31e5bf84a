package org.metarec.bench.kernel;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.metarec.tensor.EngineStart;
import org.metarec.train.step.RotatEStart;
import org.metarec.train.step.RotatEStep;
import org.metarec.train.step.RotatEStepContract;
import org.metarec.train.step.StepSample;

/** Automatic gradients agree with the reference, and with it the gradients written by hand. */
class AutogradRotatEStepTest implements RotatEStepContract {

  @BeforeAll
  static void startEngine() {
    EngineStart.start(Path.of("target", "engine"));
  }

  @Override
  public RotatEStep step(RotatEStart start) {
    return new AutogradRotatEStep(start);
  }

  @Override
  public double gradients(StepSample sample, float[][] ofEntities, float[][] ofPhases) {
    try (AutogradRotatEStep step = new AutogradRotatEStep(sample.start())) {
      double[] losses = step.backward(sample.batch());
      fill(step.entities().gradients(), ofEntities);
      fill(step.phases().gradients(), ofPhases);
      return Arrays.stream(losses).sum();
    }
  }

  private static void fill(float[] flat, float[][] rows) {
    int width = rows[0].length;
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(flat, row * width, (row + 1) * width);
    }
  }
}
