package org.metarec.meta.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.metarec.InvalidConfigException;
import org.metarec.model.taste.InnerSolver;

class MetaConfigTest {

  @Test
  void allProblemsAreToldAtOnce() {
    assertThatThrownBy(() -> new MetaConfig(-1, 0, 0, 11, 0, InnerSolver.STEPS, Set.of(), 1))
        .isInstanceOfSatisfying(
            InvalidConfigException.class, thrown -> assertThat(thrown.problems()).hasSize(5))
        .hasMessageContaining("metaEpochs is -1 but must be 0 to 10000")
        .hasMessageContaining("metaBatchSize is 0")
        .hasMessageContaining("metaLearningRate is 0.0")
        .hasMessageContaining("innerLearningRate is 11.0")
        .hasMessageContaining("innerSteps is 0");
  }

  @Test
  void valuesAboveTheRangeAreRefusedToo() {
    assertThatThrownBy(
            () -> new MetaConfig(10_001, 8193, 1.1, 0, 101, InnerSolver.STEPS, Set.of(), 1))
        .isInstanceOfSatisfying(
            InvalidConfigException.class, thrown -> assertThat(thrown.problems()).hasSize(5));
  }
}
