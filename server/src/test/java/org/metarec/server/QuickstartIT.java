package org.metarec.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** The script itself, from an empty folder, and what Neo4j Browser shows of its graph. */
class QuickstartIT {
  private static final String SCORE = "  -?\\d+\\.\\d\\d";
  private static final String FILM = ".+ \\(\\d{4}\\)";
  private static final String REASON =
      " — because you watched " + FILM + ", also (directed by|starring|in the genre) .+";
  private static final String QUERY =
      "CALL metarec.recommend('u17') YIELD item, score, paths RETURN item, score, paths";

  @TempDir static Path folder;
  private static Run first;

  /** What a run of the script has printed, and its exit status. */
  private record Run(int status, String output) {
    List<String> recommendations() {
      return output.lines().filter(line -> line.matches("\\d+\\. .*")).toList();
    }
  }

  @BeforeAll
  static void startOnce() throws Exception {
    first = quickstart("--exit", "--password", FreshServer.PASSWORD);
    assertThat(first.status()).as(first.output()).isZero();
  }

  private static Run quickstart(String... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add(FreshServer.PROJECT.resolve("quickstart").toString());
    command.addAll(List.of("--home", home().toString()));
    command.addAll(List.of("--bolt-port", "" + FreshServer.freePort()));
    command.addAll(List.of("--http-port", "" + FreshServer.freePort()));
    command.addAll(List.of(arguments));
    var script = new ProcessBuilder(command).redirectErrorStream(true);
    script.environment().put("LANG", "C");
    coverageAgent().ifPresent(agent -> script.environment().put("JAVA_TOOL_OPTIONS", agent));
    Process process = script.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), output);
  }

  /** What the script runs counts as tested, if coverage is measured at all. */
  private static Optional<String> coverageAgent() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-javaagent:"))
        .map(agent -> agent + ",includes=org.metarec.server.*")
        .findFirst();
  }

  private static Path home() {
    return folder.resolve("home");
  }

  @Test
  void aNewUserGetsTenFilmsMostOfThemWithAReason() {
    assertThat(first.recommendations())
        .hasSize(10)
        .allMatch(line -> line.matches("\\d+\\. " + FILM + SCORE + "(" + REASON + ")?"))
        .anyMatch(line -> line.matches(".*" + REASON));
    assertThat(first.output()).contains("Seconds: build ", ", training ", ", total ");
  }

  @Test
  void aSecondStartFindsGraphAndModelAgain() throws Exception {
    Run second = quickstart("--exit");
    assertThat(second.output())
        .contains("The graph and the model of an earlier start are there.")
        .contains("password " + FreshServer.PASSWORD)
        .doesNotContain("training");
    assertThat(second.recommendations()).isEqualTo(first.recommendations());
  }

  @Test
  void anUnknownOptionEndsWithStatusTwo() throws Exception {
    Run mistyped = quickstart("--grpah", "demo");
    assertThat(mistyped.status()).isEqualTo(2);
    assertThat(mistyped.output()).contains("error: unknown option '--grpah'");
  }

  @Test
  void aHomeThatAServerRunsInIsLeftAlone() throws Exception {
    try (var server = FreshServer.start(home())) {
      Run second = quickstart("--exit");
      assertThat(second.status()).isEqualTo(1);
      assertThat(second.output()).contains("error: a Neo4j runs in " + home() + "; stop it, or");
      server.driver().verifyConnectivity();
    }
  }

  @Test
  void browserShowsTheGuideAndDrawsRecommendationsWithTheirPaths() throws Exception {
    // set where a missing browser must not pass for a passed test
    if (System.getenv("METAREC_REQUIRE_BROWSER") == null) {
      assumeTrue(BrowserPage.isInstalled(), "chromium and chromium-driver are not installed");
    }
    try (var server = FreshServer.start(home());
        var page = BrowserPage.open(server.browser(), folder.resolve("profile"))) {
      page.connect(server.bolt(), Login.USER, server.password());
      assertThat(page.guide("5. ")).contains("CALL metarec.recommend('you')");
      var drawing = page.draw(QUERY);
      List<Record> rows = server.driver().executableQuery(QUERY).execute().records();
      assertThat(drawing.nodeCount()).isEqualTo(nodes(rows).size());
      // Browser adds what else there is between these nodes
      assertThat(drawing.relationshipCount()).isGreaterThanOrEqualTo(relationships(rows).size());
      assertThat(drawing.relationshipTypes())
          .contains("CLICKED")
          .containsAll(new HashSet<>(relationships(rows).values()));
      page.photograph(drawing, FreshServer.PROJECT.resolve("server/target/browser.png"));
    }
  }

  @Test
  void everyQueryOfTheGuideHasAnAnswer() throws Exception {
    String guide = resource("guide.html");
    List<String> queries =
        Pattern.compile("<pre[^>]*>(.*?)</pre>", Pattern.DOTALL)
            .matcher(guide)
            .results()
            .map(query -> query.group(1))
            .toList();
    assertThat(queries).hasSize(5);
    try (var server = FreshServer.start(home())) {
      for (String query : queries) {
        assertThat(server.driver().executableQuery(query).execute().records())
            .as(query)
            .isNotEmpty();
      }
    }
  }

  private static Set<String> nodes(List<Record> rows) {
    var nodes = new HashSet<String>();
    rows.forEach(row -> nodes.add(row.get("item").asNode().elementId()));
    paths(rows).forEach(path -> path.nodes().forEach(node -> nodes.add(node.elementId())));
    return nodes;
  }

  /** The type of each relationship, by its id. */
  private static Map<String, String> relationships(List<Record> rows) {
    var types = new HashMap<String, String>();
    for (var path : paths(rows)) {
      path.relationships().forEach(relation -> types.put(relation.elementId(), relation.type()));
    }
    return types;
  }

  private static List<org.neo4j.driver.types.Path> paths(List<Record> rows) {
    return rows.stream().flatMap(row -> row.get("paths").asList(Value::asPath).stream()).toList();
  }

  private static String resource(String name) throws IOException {
    try (var stream = Quickstart.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), UTF_8);
    }
  }
}
