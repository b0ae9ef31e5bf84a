package org.metarec.procedure.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.metarec.InvalidConfigException;
import org.metarec.meta.config.WarmStartConfig;
import org.metarec.model.taste.InnerSolver;
import org.metarec.train.config.RotatEConfig;

class IdleSettingsTest {

  private static List<String> problems(Map<String, Object> given) {
    return catchThrowableOfType(InvalidConfigException.class, () -> TrainConfig.read(given))
        .problems();
  }

  @Test
  void whatWouldDoNothingIsRefused() {
    assertThat(TrainConfig.read(Map.of("head", "ridge")).meta().head())
        .isEqualTo(InnerSolver.RIDGE);
    assertThat(TrainConfig.read(Map.of("warmStart", true, "ewcWeight", 3)).warm())
        .isEqualTo(new WarmStartConfig(true, 3));
    assertThat(problems(Map.of("head", "lasso", "ewcWeight", 3)))
        .containsExactly(
            "head is 'lasso' (a string) but must be one of 'ridge', 'steps'",
            "ewcWeight is 3.0 but has no effect unless warmStart is true");
    assertThat(problems(Map.of("clusterWeight", 0.5, "patience", 5, "validationFraction", 0)))
        .containsExactly(
            "patience is 5 but has no effect unless validationFraction is above 0",
            "clusterWeight is 0.5 but has no effect unless relationClusters is above 0");
    assertThat(problems(Map.of("head", "ridge", "innerSteps", 3, "innerLearningRate", 0.2)))
        .containsExactly(
            "innerSteps is 3 but has no effect unless head is 'steps'",
            "innerLearningRate is 0.2 but has no effect unless head is 'steps'");
    assertThat(problems(Map.of("without", "adaptation", "head", "ridge", "innerSteps", 3)))
        .containsExactly(
            "head is 'ridge' but has no effect without the part 'adaptation', which is left out",
            "innerSteps is 3 but has no effect without the part 'adaptation', which is left out");
  }

  @Test
  void whatWouldHoldAnywayMayBeSaid() {
    TrainConfig config =
        TrainConfig.read(
            Map.of(
                "clusterWeight",
                0.3,
                "without",
                "adaptation",
                "head",
                "steps",
                "innerSteps",
                5,
                "innerLearningRate",
                0.1,
                "ewcWeight",
                10_000));

    assertThat(config.rotatE()).isEqualTo(RotatEConfig.DEFAULTS);
    assertThat(TrainConfig.read(Map.of("relationClusters", 4, "clusterWeight", 0.5)).rotatE())
        .isNotEqualTo(RotatEConfig.DEFAULTS);
  }

  @Test
  void theDefaultsOfAnySizeMayHoldWhatIsOfNoUse() {
    TrainConfig noneHeldBack = TrainConfig.read(Map.of("validationFraction", 0));

    assertThat(noneHeldBack.forGraph(100, 5000, 0))
        .singleElement()
        .extracting(config -> config.rotatE().patience())
        .isNotEqualTo(RotatEConfig.DEFAULTS.patience());
  }

  @Test
  void whatWasUsedOnAGraphOfSomeSizeMayBeSaidAgain() {
    TrainConfig noneHeldBack = TrainConfig.read(Map.of("validationFraction", 0));

    for (long entities : List.of(100, 1000, 50_000)) {
      for (TrainConfig used : noneHeldBack.forGraph(entities, 2500, 0)) {
        TrainConfig again = TrainConfig.read(used.used());
        assertThat(again.forGraph(entities, 2500, 0))
            .extracting(TrainConfig::rotatE)
            .contains(used.rotatE());
      }
    }
  }

  @Test
  void whatAWarmStartMakesUseOfIsDecidedByTheLiveModel() {
    Map<String, Object> live =
        TrainConfig.read(Map.of("relationClusters", 4, "clusterWeight", 0.5, "head", "ridge"))
            .used();
    TrainConfig heavier = TrainConfig.read(Map.of("warmStart", true, "clusterWeight", 0.7));
    TrainConfig without = TrainConfig.read(Map.of("warmStart", true, "relationClusters", 0));
    TrainConfig steps = TrainConfig.read(Map.of("warmStart", true, "innerSteps", 3));

    assertThat(heavier.continuing(live, Set.of()).rotatE().clusterWeight()).isEqualTo(0.7);
    assertThat(without.continuing(live, Set.of()).rotatE().relationClusters()).isZero();
    assertThatThrownBy(() -> steps.continuing(live, Set.of()))
        .hasMessageContaining("innerSteps is 3 but has no effect unless head is 'steps'");
  }
}
