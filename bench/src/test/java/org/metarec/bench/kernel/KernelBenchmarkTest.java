package org.metarec.bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metarec.bench.kernel.KernelBenchmark.Implementation;
import org.metarec.train.step.Batch;
import org.metarec.train.step.RotatEStep;
import org.metarec.triple.Workers;

class KernelBenchmarkTest {

  /** The losses of later batches depend on how rows were moved by those before. */
  @ParameterizedTest
  @EnumSource
  void allThatIsTimedComputesTheSame(Implementation implementation) {
    try (Workers workers = new Workers(1);
        RotatEStep expected = new BatchOrderRotatEStep(KernelShape.UMLS.start());
        RotatEStep step = implementation.begin(KernelShape.UMLS.start(), workers)) {
      for (Batch batch : KernelShape.UMLS.batches(20)) {
        assertThat(Arrays.stream(step.run(batch, 0.01)).sum())
            .isCloseTo(Arrays.stream(expected.run(batch, 0.01)).sum(), withinPercentage(0.01));
      }
    }
  }
}
