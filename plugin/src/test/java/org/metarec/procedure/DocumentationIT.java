package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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

  private static final Pattern KNOWN_KEYS = Pattern.compile("known are ([\\w, ]+)");
  private static final Pattern CONFIGURATION =
      Pattern.compile("(?s)\\n## Configuration\\n(.*?)\\n## ");
  private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

  private static ProcedureDatabase database;

  @BeforeAll
  static void start() {
    database = ProcedureDatabase.withTinyMovieGraph();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  /** Each file stands alone: none sees what another has changed. */
  @BeforeEach
  void trainOnTheGraphOfTheExamples() {
    database.rows("MATCH (node) DETACH DELETE node");
    database.rows(TinyMovieGraph.DATA);
    database.rows(READER);
    database.rows("CALL metarec.train({embeddingDimension: 8, epochs: 3, metaEpochs: 1})");
  }

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
    for (WorkedCall call : WorkedCall.in(file)) {
      assertThatCode(() -> database.rows(call.text())).as("%s", call).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "schema    | CALL metarec.schema({zzzzzzzz: 1})",
        "train     | CALL metarec.train({zzzzzzzz: 1})",
        "train     | CALL metarec.train.estimate({zzzzzzzz: 1})",
        "adapt     | CALL metarec.adapt('u1', {zzzzzzzz: 1})",
        "recommend | CALL metarec.recommend('u1', {zzzzzzzz: 1})",
        "score     | CALL metarec.score('u1', ['m1'], {zzzzzzzz: 1})",
        "explain   | CALL metarec.explain('u1', 'm1', {zzzzzzzz: 1})",
        "similar   | CALL metarec.similar('m1', {zzzzzzzz: 1})",
        "complete  | CALL metarec.complete('m1', {zzzzzzzz: 1})"
      })
  void theConfigKeysOfAPageAreThoseOfTheCode(String page, String call) {
    Set<String> documented = documentedKeys(page);
    if (page.equals("train")) {
      documented.addAll(documentedKeys("schema"));
    }
    Throwable refusal = catchThrowable(() -> database.rows(call));
    assertThat(refusal).hasMessageContaining("zzzzzzzz");
    Matcher known = KNOWN_KEYS.matcher(refusal.getMessage());
    assertThat(known.find()).as(refusal.getMessage()).isTrue();
    assertThat(Arrays.asList(known.group(1).split(", ")))
        .containsExactlyInAnyOrderElementsOf(documented);
  }

  private static Set<String> documentedKeys(String page) {
    Path file = ProjectFiles.ROOT.resolve("docs/procedures/" + page + ".md");
    Matcher configuration = CONFIGURATION.matcher(ProjectFiles.text(file));
    assertThat(configuration.find()).as("configuration in %s", file).isTrue();
    return FIRST_CELL
        .matcher(configuration.group(1))
        .results()
        .map((MatchResult row) -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
