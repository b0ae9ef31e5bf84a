package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metarec.testing.ConfigKeys;
import org.metarec.testing.DocumentedValues;

/** What the pages say of the keys of each call is so. */
class DocumentedKeysIT {

  /** Each page with each call that takes its keys. */
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "schema    | CALL metarec.schema($config)",
        "train     | CALL metarec.train($config)",
        "train     | CALL metarec.train.estimate($config)",
        "schema    | CALL metarec.train($config)",
        "schema    | CALL metarec.train.estimate($config)",
        "adapt     | CALL metarec.adapt('u1', $config)",
        "recommend | CALL metarec.recommend('u1', $config)",
        "score     | CALL metarec.score('u1', ['m1'], $config)",
        "explain   | CALL metarec.explain('u1', 'm1', $config)",
        "similar   | CALL metarec.similar('m1', $config)",
        "complete  | CALL metarec.complete('m1', $config)"
      })
  @interface EveryCall {}

  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  /** What a call is told of a config that is refused, whatever else stands in it. */
  private static String refusal(String call, Map<String, Object> config) {
    Map<String, Object> refused = new HashMap<>(config);
    refused.put("noKeyAtAll", true);
    Throwable refusal = catchThrowable(() -> DATABASE.rows(call, Map.of("config", refused)));
    assertThat(refusal).hasMessageContaining("unknown key 'noKeyAtAll'");
    return refusal.getMessage();
  }

  /** No key takes a map, so that each that is known is refused for its value. */
  @EveryCall
  void eachIsKnown(String page, String call) {
    Map<String, Object> config = new HashMap<>();
    ConfigKeys.documentedOn(page).forEach(key -> config.put(key, Map.of()));

    String refusal = refusal(call, config);

    config
        .keySet()
        .forEach(key -> assertThat(refusal).contains(key + " is {} (a map) but must be "));
  }

  @EveryCall
  void aMistypedOneIsAnsweredWithTheOneThatWasMeant(String page, String call) {
    Map<String, Object> config = new HashMap<>();
    ConfigKeys.documentedOn(page).forEach(key -> config.put(shortened(key), 1));

    String refusal = refusal(call, config);

    for (String key : ConfigKeys.documentedOn(page)) {
      assertThat(refusal)
          .contains("unknown key '%s'; did you mean '%s'?".formatted(shortened(key), key));
    }
  }

  private static String shortened(String key) {
    return key.substring(0, key.length() - 1);
  }

  @EveryCall
  void whatItsValueMayNotBeIsRefused(String page, String call) {
    ConfigKeys.typesOn(page)
        .forEach(
            (key, type) -> {
              for (Object value : new DocumentedValues(type).outside()) {
                assertThat(refusal(call, Map.of(key, value)))
                    .contains(key + " is ", String.valueOf(value))
                    .contains("but must be ");
              }
            });
  }

  @EveryCall
  void itsValueMayBeAtBothEndsOfItsRange(String page, String call) {
    ConfigKeys.typesOn(page)
        .forEach(
            (key, type) -> {
              for (Object value : new DocumentedValues(type).ends()) {
                assertThat(refusal(call, Map.of(key, value))).doesNotContain("but must be");
              }
            });
  }
}
