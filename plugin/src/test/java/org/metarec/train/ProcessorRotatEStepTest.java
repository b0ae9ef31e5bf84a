package org.metarec.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.Kernel;
import org.metarec.triple.Corruption;
import org.metarec.triple.Workers;

class ProcessorRotatEStepTest {

  static Stream<Arguments> corruptionsAndKernels() {
    return Arrays.stream(Corruption.values())
        .flatMap(
            corruption ->
                Arrays.stream(Kernel.values()).map(kernel -> Arguments.of(corruption, kernel)));
  }

  @ParameterizedTest
  @MethodSource("corruptionsAndKernels")
  void lossAndGradientAreThoseOfTheReference(Corruption corruption, Kernel kernel) {
    StepSample sample = new StepSample(3, corruption, 20, 100);
    double[][] entities = sample.entityRows();
    double[][] phases = sample.phaseRows();
    ReferenceLoss reference = new ReferenceLoss(sample, entities, phases);
    double[][] ofEntities = new double[StepSample.ENTITIES][40];
    double[][] ofPhases = new double[StepSample.RELATIONS][20];
    reference.addGradient(entities, phases, ofEntities, ofPhases);

    Recorder entityGradients = new Recorder(StepSample.ENTITIES, 40);
    Recorder phaseGradients = new Recorder(StepSample.RELATIONS, 20);
    TrainingTables tables = sample.tables(entityGradients, phaseGradients);
    try (Workers workers = new Workers(2)) {
      double[] losses =
          new ProcessorRotatEStep(tables, sample.config, workers, kernel).run(sample.batch, 0.01);
      assertThat(Arrays.stream(losses).sum())
          .isCloseTo(reference.loss(entities, phases), withinPercentage(1e-3));
    }
    assertThat(entityGradients.distance(ofEntities)).isLessThan(1e-5);
    assertThat(phaseGradients.distance(ofPhases)).isLessThan(1e-5);
  }

  @ParameterizedTest
  @MethodSource("corruptionsAndKernels")
  void anyNumberOfThreadsAndAnyKernelGiveTheSameBits(Corruption corruption, Kernel kernel) {
    StepSample alone = new StepSample(5, corruption, 20, 100);
    double loss = steps(alone, 1, Kernel.PLAIN);
    for (int concurrency : new int[] {1, 2, 3, 8}) {
      StepSample shared = new StepSample(5, corruption, 20, 100);
      assertThat(steps(shared, concurrency, kernel)).isEqualTo(loss);
      assertThat(shared.entities.values()).containsExactly(alone.entities.values());
      assertThat(shared.phases.values()).containsExactly(alone.phases.values());
    }
  }

  @ParameterizedTest
  @EnumSource
  void stepsReduceTheLossAndKeepPhasesWithinATurn(Corruption corruption) {
    StepSample sample = new StepSample(6, corruption, 20, 100);
    double before = steps(sample, 1, Kernel.fastest());
    for (int i = 0; i < 20; i++) {
      steps(sample, 1, Kernel.fastest());
    }
    assertThat(steps(sample, 1, Kernel.fastest())).isLessThan(0.8 * before);
    for (float phase : sample.phases.values()) {
      assertThat(phase).isGreaterThan((float) -Math.PI).isLessThanOrEqualTo((float) Math.PI);
    }
  }

  /** Ten steps by the same batch; the loss before the last. */
  private static double steps(StepSample sample, int concurrency, Kernel kernel) {
    double loss = Double.NaN;
    try (Workers workers = new Workers(concurrency)) {
      RotatEStep step =
          new ProcessorRotatEStep(sample.tables(kernel), sample.config, workers, kernel);
      for (int i = 0; i < 10; i++) {
        loss = Arrays.stream(step.run(sample.batch, 0.01)).sum();
      }
    }
    return loss;
  }

  /** Keeps gradients and moves nothing. */
  private static final class Recorder implements RowOptimizer {
    private final float[][] gradients;

    Recorder(int rows, int width) {
      gradients = new float[rows][width];
    }

    @Override
    public void beginStep(double learningRate) {
      for (float[] gradient : gradients) {
        Arrays.fill(gradient, 0);
      }
    }

    @Override
    public float touch(int row) {
      return 0; // nothing lies in a cache that matters
    }

    @Override
    public RowUpdate rows() {
      return (row, gradient) -> gradients[row] = gradient.clone();
    }

    /** Euclidean norm of the difference, relative to that of what is expected. */
    double distance(double[][] expected) {
      double error = 0;
      double norm = 0;
      for (int row = 0; row < expected.length; row++) {
        for (int k = 0; k < expected[row].length; k++) {
          error += Math.pow(gradients[row][k] - expected[row][k], 2);
          norm += Math.pow(expected[row][k], 2);
        }
      }
      return Math.sqrt(error / norm);
    }
  }
}
