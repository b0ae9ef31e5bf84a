package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.procedure.training.TrainConfig;
import org.metarec.testing.ConfigKeys;
import org.metarec.testing.ProjectFiles;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.testing.WorkedCall;

/** Everything that a reader may copy and run: in the README, the pages of docs and cypher/. */
class DocumentationIT {
  /** They read the CSV files of the module import, whose own test runs them. */
  private static final Set<String> LOADING = Set.of("constraints.cypher", "load-demo.cypher");

  /** The user of the examples: u17 of the demo graph. */
  private static final String READER =
      """
      MATCH (alien:Movie {id: 'm7'}), (insider:Movie {id: 'm3'})
      CREATE (user:User {id: 'u17', name: 'Zoe', ageGroup: '25-34'}),
        (user)-[:CLICKED {at: datetime('2026-02-01')}]->(alien),
        (user)-[:CLICKED {at: datetime('2026-02-02')}]->(insider)
      """;

  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  static Stream<Path> files() {
    return Stream.concat(
            ProjectFiles.pages().stream(),
            ProjectFiles.scripts().stream()
                .filter(script -> !LOADING.contains(script.getFileName().toString())))
        .filter(file -> !WorkedCall.in(file).isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void everyCallRuns(Path file) {
    trainOnTheGraphOfTheExamples();
    for (WorkedCall call : WorkedCall.in(file)) {
      assertThatCode(() -> DATABASE.rows(call.text())).as("%s", call).doesNotThrowAnyException();
    }
  }

  /** Each file stands alone: none sees what another has changed. */
  private static void trainOnTheGraphOfTheExamples() {
    DATABASE.rows("MATCH (node) DETACH DELETE node");
    DATABASE.rows(TinyMovieGraph.DATA);
    DATABASE.rows(READER);
    DATABASE.rows("CALL metarec.train({embeddingDimension: 8, epochs: 3, metaEpochs: 1})");
  }

  @Test
  void theDefaultsOnThePageOfTrainAreThoseOfTheCode() {
    Map<String, Object> used = TrainConfig.read(Map.of()).used();
    Map<String, String> documented = ConfigKeys.defaultsOn("train");
    documented.keySet().removeAll(Set.of("concurrency", "writeProperty")); // told in words
    documented.forEach(
        (key, value) -> assertThat(asWritten(used.get(key))).as(key).isEqualTo(value));
  }

  private static String asWritten(Object value) {
    if (value == null) {
      return "none";
    }
    if (value instanceof String) {
      return "`'%s'`".formatted(value);
    }
    return value instanceof List ? "`%s`".formatted(value) : String.valueOf(value);
  }
}
