package org.metarec.train.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.kernel.Kernel;
import org.metarec.train.step.RotatEStep;
import org.metarec.train.step.StepSample;
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
  void anyNumberOfThreadsAndAnyKernelGiveTheSameBits(Corruption corruption, Kernel kernel) {
    StepSample alone = new StepSample(5, corruption, 20, 100);
    double loss = steps(alone, 1, Kernel.PLAIN);
    for (int concurrency : new int[] {1, 2, 3, 8}) {
      StepSample shared = new StepSample(5, corruption, 20, 100);
      assertThat(steps(shared, concurrency, kernel)).isEqualTo(loss);
      assertThat(shared.start().entities().values())
          .containsExactly(alone.start().entities().values());
      assertThat(shared.start().phases().values()).containsExactly(alone.start().phases().values());
    }
  }

  /** Ten steps by the same batch; the loss before the last. */
  private static double steps(StepSample sample, int concurrency, Kernel kernel) {
    double loss = Double.NaN;
    try (Workers workers = new Workers(concurrency)) {
      RotatEStep step = ProcessorRotatEStep.of(sample.start(), workers, kernel);
      for (int i = 0; i < 10; i++) {
        loss = Arrays.stream(step.run(sample.batch(), 0.01)).sum();
      }
    }
    return loss;
  }
}
