package org.metarec.procedure.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.Iterables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.metarec.InvalidConfigException;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.config.ModelPart;
import org.metarec.train.config.CorruptionMix;
import org.metarec.train.config.RotatEConfig;

class TrainConfigTest {

  private static List<String> problems(Map<String, Object> given) {
    return catchThrowableOfType(InvalidConfigException.class, () -> TrainConfig.read(given))
        .problems();
  }

  @Test
  void anEmptyMapGivesTheDefaultsOfEachRoom() {
    TrainConfig config = TrainConfig.read(Map.of());

    assertThat(config.modelName()).isEqualTo("metarec");
    assertThat(config.writeProperty()).isEqualTo("rotate");
    assertThat(config.schema()).isEqualTo(SchemaConfig.NONE);
    assertThat(config.rotatE()).isEqualTo(RotatEConfig.DEFAULTS);
    assertThat(config.meta()).isEqualTo(MetaConfig.DEFAULTS);
    assertThat(config.device()).isEqualTo("auto");
    assertThat(config.sudo()).isFalse();
  }

  @Test
  void anotherModelHasAStemOfItsOwn() {
    assertThat(TrainConfig.read(Map.of("modelName", "books")).writeProperty())
        .isEqualTo("rotate_books");
  }

  @Test
  void settingsReachTheirRecords() {
    TrainConfig config =
        TrainConfig.read(
            Map.of(
                "embeddingDimension",
                100L,
                "corruption",
                "entity",
                "without",
                List.of("gru", "paths"),
                "randomSeed",
                7L,
                "itemLabel",
                "Book"));

    assertThat(config.rotatE().embeddingDimension()).isEqualTo(100);
    assertThat(config.rotatE().corruption()).isEqualTo(CorruptionMix.ENTITY);
    assertThat(config.rotatE().randomSeed()).isEqualTo(7);
    assertThat(config.meta().randomSeed()).isEqualTo(7);
    assertThat(config.meta().without()).containsOnly(ModelPart.GRU, ModelPart.PATHS);
    assertThat(config.schema().name(SchemaRole.ITEM)).hasValue("Book");
  }

  @Test
  void aNumberThatCannotBeReadIsRefusedWithTheRangeOfItsKey() {
    Map<String, Object> given =
        Map.of(
            "epochs",
            "many",
            "innerSteps",
            2.5,
            "batchSize",
            5_000_000_000L,
            "margin",
            "wide",
            "validationFraction",
            Double.NaN,
            "ewcWeight",
            List.of(1L),
            "concurrency",
            true);

    assertThat(problems(given))
        .containsExactlyInAnyOrder(
            "epochs is 'many' (a string) but must be an integer, 1 to 1000000",
            "innerSteps is 2.5 (a float) but must be an integer, 1 to 100",
            "batchSize is 5000000000 (an integer) but must be an integer, 1 to 65536",
            "margin is 'wide' (a string) but must be a finite number, above 0",
            "validationFraction is NaN (a float) but must be a finite number, between 0 and 0.5",
            "ewcWeight is [1] (a list) but must be a finite number, 0 to 1000000000",
            "concurrency is true (a boolean) but must be an integer, 1 to 1024");
  }

  @Test
  void theSizeOfTheGraphDecidesOnlyWhatTheCallerLeavesOpen() {
    TrainConfig config =
        Iterables.getOnlyElement(TrainConfig.read(Map.of("epochs", 3L)).forGraph(100, 5000, 0));

    assertThat(config.rotatE().epochs()).isEqualTo(3);
    assertThat(config.rotatE().margin())
        .isEqualTo(RotatEConfig.defaultsFor(100, 5000).get(0).margin())
        .isNotEqualTo(RotatEConfig.DEFAULTS.margin());
    assertThat(config.used()).containsEntry("margin", config.rotatE().margin());
  }

  /** 90 epochs of two batches, 180 of one. */
  @Test
  void overFewUsersThereAreMoreEpochs() {
    assertThat(metaEpochs(Map.of(), 10_000)).isEqualTo(15);
    assertThat(metaEpochs(Map.of(), 770)).isEqualTo(15);
    assertThat(metaEpochs(Map.of(), 91)).isEqualTo(90);
    assertThat(metaEpochs(Map.of("metaBatchSize", 100L), 91)).isEqualTo(180);
    assertThat(metaEpochs(Map.of(), 0)).as("no step is taken").isEqualTo(15);
    assertThat(metaEpochs(Map.of("metaEpochs", 5L), 91)).isEqualTo(5);
  }

  private static int metaEpochs(Map<String, Object> given, long users) {
    return TrainConfig.read(given).forGraph(1000, 200_000, users).get(0).meta().metaEpochs();
  }

  @Test
  void whereSeveralDefaultsAreTriedTheCallersValuesStandInAll() {
    List<TrainConfig> tried = TrainConfig.read(Map.of("margin", 4.0)).forGraph(200, 1000, 0);

    assertThat(tried).hasSize(2).allMatch(config -> config.rotatE().margin() == 4);
    assertThat(tried.get(0).rotatE()).isNotEqualTo(tried.get(1).rotatE());
  }

  @Test
  void everySettingIsRememberedWithTheValueUsed() {
    assertThat(TrainConfig.read(Map.of("epochs", 3L)).used())
        .containsEntry("epochs", 3)
        .containsEntry("embeddingDimension", RotatEConfig.DEFAULTS.embeddingDimension())
        .containsEntry("corruption", "mixed")
        .containsEntry("metaEpochs", MetaConfig.DEFAULTS.metaEpochs())
        .containsEntry("modelName", "metarec")
        .containsEntry("head", "steps");
  }

  @Test
  void aWarmStartLeavesOpenWhatTheLiveModelSays() {
    Map<String, Object> live = TrainConfig.read(Map.of("epochs", 3, "metaEpochs", 2)).used();
    TrainConfig config =
        TrainConfig.read(Map.of("warmStart", true, "metaEpochs", 5)).continuing(live, Set.of());

    assertThat(config.rotatE().epochs()).isEqualTo(3);
    assertThat(config.meta().metaEpochs()).isEqualTo(5);
    assertThat(config.warm().warmStart()).isTrue();
  }

  @Test
  void aWarmStartKeepsTheLengthOfTheEmbeddings() {
    Map<String, Object> live = TrainConfig.read(Map.of()).used();
    TrainConfig config = TrainConfig.read(Map.of("warmStart", true, "embeddingDimension", 8));

    assertThatThrownBy(() -> config.continuing(live, Set.of()))
        .hasMessageContaining("embeddingDimension is 8 but must be 64, as in the live model");
  }

  @Test
  void aWarmStartCannotTakeUpWhatWasLearnedOtherwise() {
    Map<String, Object> live = TrainConfig.read(Map.of("without", List.of("gru", "paths"))).used();
    TrainConfig same =
        TrainConfig.read(Map.of("warmStart", true, "without", List.of("paths", "gru")));
    TrainConfig other =
        TrainConfig.read(
            Map.of("warmStart", true, "without", List.of("rotate"), "innerLearningRate", 0.2));

    assertThat(same.continuing(live, Set.of()).meta().without())
        .containsOnly(ModelPart.PATHS, ModelPart.GRU);
    assertThatThrownBy(() -> other.continuing(live, Set.of()))
        .hasMessageContaining("innerLearningRate is 0.2 but must be 0.1, as in the live model")
        .hasMessageContaining("without is ['rotate'] but must be ['gru', 'paths'], as in the");
  }

  @Test
  void theProblemsOfAllRoomsComeAtOnce() {
    assertThat(
            problems(
                Map.of(
                    "epochs", 0L,
                    "metaEpochs", -1L,
                    "concurrency", 0L,
                    "ewcWeight", -1,
                    "warmStart", true,
                    "corruption", "tails",
                    "dimension", 100L)))
        .containsExactly(
            "corruption is 'tails' (a string) but must be one of 'entity', 'mixed'",
            "epochs is 0 but must be 1 to 1000000",
            "metaEpochs is -1 but must be 0 to 10000",
            "ewcWeight is -1.0 but must be 0 to 1000000000",
            "concurrency is 0 but must be 1 to 1024",
            "unknown key 'dimension'; did you mean 'embeddingDimension'?");
  }
}
