package org.metarec.train.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.Iterables;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.InvalidConfigException;

class RotatEConfigTest {

  static Stream<Arguments> wrongValues() {
    return Stream.of(
        change("embeddingDimension is 0", draft -> draft.embeddingDimension = 0),
        change("epochs is 0", draft -> draft.epochs = 0),
        change("batchSize is -1", draft -> draft.batchSize = -1),
        change("learningRate is 0.0", draft -> draft.learningRate = 0.0),
        change("negativeSamples is 0", draft -> draft.negativeSamples = 0),
        change("margin is NaN", draft -> draft.margin = Double.NaN),
        change("adversarialTemperature is -0.1", draft -> draft.adversarialTemperature = -0.1),
        change("gradientClip is Infinity", draft -> draft.gradientClip = Double.POSITIVE_INFINITY),
        change("validationFraction is 0.6", draft -> draft.validationFraction = 0.6),
        change("patience is 0", draft -> draft.patience = 0),
        change("relationClusters is -1", draft -> draft.relationClusters = -1),
        change("clusterWeight is -1.0", draft -> draft.clusterWeight = -1.0));
  }

  private static Arguments change(String problem, Consumer<RotatEDraft> change) {
    return Arguments.of(problem, change);
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void aValueOutOfRangeIsNamedWithItsRange(String problem, Consumer<RotatEDraft> change) {
    assertThatThrownBy(() -> RotatEConfig.DEFAULTS.with(change))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageStartingWith(problem + " but must be");
  }

  @Test
  void aBatchThatFitsIntoNoArrayIsRefused() {
    assertThatThrownBy(
            () ->
                RotatEConfig.DEFAULTS.with(
                    draft -> {
                      draft.batchSize = 65_536;
                      draft.negativeSamples = 65_536;
                    }))
        .hasMessageContaining("negativeSamples is 65536 but must be fewer");
  }

  @Test
  void allProblemsComeAtOnce() {
    InvalidConfigException refused =
        catchThrowableOfType(
            InvalidConfigException.class,
            () ->
                RotatEConfig.DEFAULTS.with(
                    draft -> {
                      draft.embeddingDimension = 0;
                      draft.learningRate = -1.0;
                    }));
    assertThat(refused.problems())
        .containsExactly(
            "embeddingDimension is 0 but must be 1 to 10000000",
            "learningRate is -1.0 but must be above 0");
  }

  @Test
  void smallDenseGraphsHaveDefaultsOfTheirOwn() {
    RotatEConfig dense = Iterables.getOnlyElement(RotatEConfig.defaultsFor(135, 5216));
    assertThat(dense.embeddingDimension()).isEqualTo(512);
    assertThat(dense.corruption()).isEqualTo(CorruptionMix.MIXED);
    assertThat(RotatEConfig.defaultsFor(135, 10_000)).containsExactly(dense);
    assertThat(RotatEConfig.defaultsFor(14, 1_992)).containsExactly(dense);
  }

  @Test
  void largerOrSparseGraphsHaveTheCommonDefaults() {
    List<RotatEConfig> common = List.of(RotatEConfig.DEFAULTS);
    assertThat(RotatEConfig.defaultsFor(135, 135 * 20)).isEqualTo(common);
    assertThat(RotatEConfig.defaultsFor(135, 10_001)).isEqualTo(common);
    assertThat(RotatEConfig.defaultsFor(40_943, 86_835)).isEqualTo(common);
  }

  @Test
  void aTinySparseGraphTriesASmallMarginBesideTheCommonDefaults() {
    List<RotatEConfig> tried = RotatEConfig.defaultsFor(271, 1_111);
    assertThat(tried).hasSize(2).first().isEqualTo(RotatEConfig.DEFAULTS);
    assertThat(tried.get(1).margin()).isLessThan(1);
    assertThat(tried.get(1).embeddingDimension())
        .isEqualTo(RotatEConfig.DEFAULTS.embeddingDimension());
  }

  @Test
  void ofMoreTriplesFewerPassesAreMadeInLargerBatches() {
    assertThat(RotatEConfig.defaultsFor(100, 100_000).get(0).epochs()).isEqualTo(60);
    assertThat(RotatEConfig.defaultsFor(100, 500_000).get(0).epochs()).isEqualTo(8);
    assertThat(RotatEConfig.defaultsFor(100, 500_000).get(0).batchSize()).isEqualTo(512);
    assertThat(RotatEConfig.defaultsFor(100, 100_000_000).get(0).epochs()).isEqualTo(5);
    assertThat(RotatEConfig.defaultsFor(100, 500_000).get(0).margin())
        .isEqualTo(RotatEConfig.DEFAULTS.margin());
  }
}
