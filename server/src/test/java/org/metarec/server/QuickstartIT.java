package org.metarec.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Path.Segment;

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
    Process process = script.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), output);
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
  void browserShowsTheGuideAndDrawsRecommendationsWithTheirPaths() throws Exception {
    // set where a missing browser must not pass for a passed test
    if (System.getenv("METAREC_REQUIRE_BROWSER") == null) {
      assumeTrue(BrowserPage.isInstalled(), "chromium and chromium-driver are not installed");
    }
    try (var server = FreshServer.start(home());
        var page = BrowserPage.open(server.browser(), folder.resolve("profile"))) {
      page.connect(server.bolt(), Login.USER, server.password());
      assertThat(page.guide("5. ")).contains("CALL metarec.recommend('you')");
      var frame = page.draw(QUERY);
      page.photograph(frame, FreshServer.PROJECT.resolve("server/target/browser.png"));
      List<Record> rows = server.driver().executableQuery(QUERY).execute().records();
      assertThat(frame.nodeCount()).isEqualTo(nodes(rows).size());
      assertThat(frame.relationshipTypes()).containsAll(types(rows));
    }
  }

  private static Set<String> nodes(List<Record> rows) {
    Set<String> nodes =
        segments(rows).stream().map(step -> step.end().elementId()).collect(Collectors.toSet());
    rows.forEach(row -> nodes.add(row.get("item").asNode().elementId()));
    segments(rows).forEach(step -> nodes.add(step.start().elementId()));
    return nodes;
  }

  private static Set<String> types(List<Record> rows) {
    return segments(rows).stream()
        .map(step -> step.relationship().type())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Segment> segments(List<Record> rows) {
    var segments = new ArrayList<Segment>();
    for (Record row : rows) {
      row.get("paths").asList(Value::asPath).forEach(path -> path.forEach(segments::add));
    }
    return segments;
  }
}
