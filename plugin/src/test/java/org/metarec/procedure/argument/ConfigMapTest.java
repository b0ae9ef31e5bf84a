package org.metarec.procedure.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metarec.InvalidConfigException;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.config.ModelPart;

class ConfigMapTest {
  private static final Map<String, ModelPart> PARTS =
      Map.of("gru", ModelPart.GRU, "paths", ModelPart.PATHS);

  private static List<String> problems(ConfigMap config) {
    return catchThrowableOfType(InvalidConfigException.class, config::throwIfAny).problems();
  }

  @Test
  void aMapThatWasNotGivenIsEmpty() {
    assertThat(new ConfigMap(null).modelName()).isEqualTo("metarec");
  }

  @Test
  void whatIsNotGivenHasItsDefault() {
    ConfigMap config = new ConfigMap(Map.of());

    assertThat(config.integer("epochs", 7)).isEqualTo(7);
    assertThat(config.wholeNumber("randomSeed", 42)).isEqualTo(42);
    assertThat(config.number("margin", 9)).isEqualTo(9);
    assertThat(config.number("minScore")).isEmpty();
    assertThat(config.flag("sudo", true)).isTrue();
    assertThat(config.text("device", "auto")).isEqualTo("auto");
    assertThat(config.texts("userFeatures")).isEmpty();
    assertThat(config.list("clicks")).isEmpty();
    assertThat(config.choice("head", Map.of("steps", 1), 1)).isEqualTo(1);
    assertThatCode(config::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void whatIsGivenIsRead() {
    ConfigMap config =
        new ConfigMap(
            Map.of(
                "epochs",
                3L,
                "topK",
                5.0, // what JavaScript's driver makes of 5
                "margin",
                6L,
                "sudo",
                true,
                "device",
                "cpu",
                "userFeatures",
                List.of("age", "town"),
                "itemFeatures",
                "country",
                "without",
                List.of("gru", "paths")));

    assertThat(config.integer("epochs", 1)).isEqualTo(3);
    assertThat(config.integer("topK", 1)).isEqualTo(5);
    assertThat(config.number("margin", 1)).isEqualTo(6.0);
    assertThat(config.flag("sudo", false)).isTrue();
    assertThat(config.text("device", "auto")).isEqualTo("cpu");
    assertThat(config.texts("userFeatures")).hasValue(List.of("age", "town"));
    assertThat(config.texts("itemFeatures")).hasValue(List.of("country"));
    assertThat(config.choices("without", PARTS, List.of()))
        .containsExactly(ModelPart.GRU, ModelPart.PATHS);
    assertThatCode(config::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void everyValueUsedIsRemembered() {
    ConfigMap config = new ConfigMap(Map.of("epochs", 3.0, "device", "cpu"));
    config.integer("epochs", 40);
    config.number("margin", 9);
    config.text("device", "auto");
    config.text("userLabel");
    config.choices("without", PARTS, List.of(ModelPart.GRU));

    assertThat(config.used())
        .isEqualTo(Map.of("epochs", 3, "margin", 9.0, "device", "cpu", "without", List.of("gru")));
  }

  @Test
  void nullCountsAsNotGiven() {
    Map<String, Object> given = new HashMap<>();
    given.put("minScore", null);
    ConfigMap config = new ConfigMap(given);

    assertThat(config.number("minScore")).isEmpty();
    assertThatCode(config::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void aMistypedKeyIsRefusedWithTheOneThatWasMeantOrElseAllThatThereAre() {
    ConfigMap config = new ConfigMap(Map.of("dimension", 100L, "epoch", 3L, "colour", "red"));
    config.integer("embeddingDimension", 64);
    config.integer("epochs", 40);

    assertThat(problems(config))
        .containsExactly(
            "unknown key 'colour'; the keys are embeddingDimension, epochs",
            "unknown key 'dimension'; did you mean 'embeddingDimension'?",
            "unknown key 'epoch'; did you mean 'epochs'?");
  }

  @Test
  void allProblemsOfACallComeAtOnce() {
    ConfigMap config =
        new ConfigMap(
            Map.of("metaEpochs", -1L, "innerSteps", 0L, "margin", "wide", "metaBatchsize", 9L));
    config.number("margin", 9);
    MetaConfig meta = config.read(() -> metaConfig(config), MetaConfig.DEFAULTS);

    assertThat(meta).isEqualTo(MetaConfig.DEFAULTS);
    assertThat(problems(config))
        .containsExactly(
            "margin is 'wide' (a string) but must be a finite number",
            "metaEpochs is -1 but must be 0 to 10000",
            "innerSteps is 0 but must be 1 to 100",
            "unknown key 'metaBatchsize'; did you mean 'metaBatchSize'?");
  }

  private static MetaConfig metaConfig(ConfigMap config) {
    MetaConfig defaults = MetaConfig.DEFAULTS;
    return new MetaConfig(
        config.integer("metaEpochs", defaults.metaEpochs()),
        config.integer("metaBatchSize", defaults.metaBatchSize()),
        defaults.metaLearningRate(),
        defaults.innerLearningRate(),
        config.integer("innerSteps", defaults.innerSteps()),
        defaults.head(),
        defaults.without(),
        defaults.randomSeed());
  }

  @Test
  void aWrongTypeIsNamedWithWhatWasExpected() {
    ConfigMap config =
        new ConfigMap(
            Map.of(
                "epochs",
                2.5,
                "minScore",
                Double.NaN,
                "margin",
                Double.NaN,
                "sudo",
                "yes",
                "device",
                0L,
                "userFeatures",
                Collections.singletonList(null),
                "clicks",
                Map.of("item", "m1"),
                "without",
                List.of("gru", "grue")));
    config.integer("epochs", 1);
    config.number("minScore");
    config.number("margin", 1);
    config.flag("sudo", false);
    config.text("device", "auto");
    config.texts("userFeatures");
    config.list("clicks");
    config.choices("without", Map.of("gru", ModelPart.GRU), List.of());

    assertThat(problems(config))
        .containsExactly(
            "epochs is 2.5 (a float) but must be an integer",
            "minScore is NaN (a float) but must be a finite number",
            "margin is NaN (a float) but must be a finite number",
            "sudo is 'yes' (a string) but must be true or false",
            "device is 0 (an integer) but must be a string that is not empty",
            "userFeatures is [null] (a list) but must be a list of strings",
            "clicks is {item: 'm1'} (a map) but must be a list",
            "without is ['gru', 'grue'] (a list) but must be a list of values, each one of 'gru'");
  }
}
