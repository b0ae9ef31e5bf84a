package org.metarec.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.Iterables;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.InvalidConfigException;

class RotatEConfigTest {

  static Stream<Arguments> wrongValues() {
    return Stream.of(
        Arguments.of("embeddingDimension", 0),
        Arguments.of("epochs", 0),
        Arguments.of("batchSize", -1),
        Arguments.of("learningRate", 0.0),
        Arguments.of("negativeSamples", 0),
        Arguments.of("margin", Double.NaN),
        Arguments.of("adversarialTemperature", -0.1),
        Arguments.of("gradientClip", Double.POSITIVE_INFINITY),
        Arguments.of("validationFraction", 0.6),
        Arguments.of("patience", 0),
        Arguments.of("relationClusters", -1),
        Arguments.of("clusterWeight", -1.0));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void aValueOutOfRangeIsNamedWithItsRange(String key, Object value) {
    assertThatThrownBy(() -> Configs.with(RotatEConfig.DEFAULTS, key, value))
        .cause()
        .cause()
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageStartingWith(key + " is " + value + " but must be");
  }

  @Test
  void aBatchThatFitsIntoNoArrayIsRefused() {
    assertThatThrownBy(
            () ->
                new RotatEConfig(
                    8,
                    1,
                    65_536,
                    0.1,
                    65_536,
                    1.0,
                    1.0,
                    1.0,
                    0.1,
                    1,
                    CorruptionMix.MIXED,
                    0,
                    0.3,
                    1L))
        .hasMessageContaining("negativeSamples is 65536 but must be fewer");
  }

  @Test
  void allProblemsComeAtOnce() {
    InvalidConfigException refused =
        catchThrowableOfType(
            InvalidConfigException.class,
            () ->
                new RotatEConfig(
                    0, 1, 1, -1.0, 1, 1.0, 1.0, 1.0, 0.1, 1, CorruptionMix.MIXED, 0, 0.3, 1L));
    assertThat(refused.problems())
        .containsExactly(
            "embeddingDimension is 0 but must be 1 to 10000000",
            "learningRate is -1.0 but must be a positive number");
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
