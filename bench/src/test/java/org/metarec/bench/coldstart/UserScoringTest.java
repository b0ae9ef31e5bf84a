package org.metarec.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metarec.bench.coldstart.Scorer.Scored;
import org.metarec.bench.coldstart.folder.ColdStartFolder;
import org.metarec.bench.coldstart.folder.FolderGraph;
import org.metarec.bench.coldstart.folder.Scenario.Task;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

class UserScoringTest {
  @TempDir static Path home;

  private static EmbeddedGraph neo4j;
  private static FolderGraph graph;
  private static Task newReader;
  private static Task knownReader;

  @BeforeAll
  static void train() throws Exception {
    Path files = Files.createDirectory(home.resolve("folder"));
    TinyFolder.write(files);
    ColdStartFolder folder = ColdStartFolder.read(files, false);
    neo4j = new EmbeddedGraph(home.resolve("neo4j"));
    graph = FolderGraph.load(neo4j.database(), folder);
    neo4j.call("CALL metarec.train($config)", TinyFolder.FAST_TRAINING);
    newReader = folder.scenarios().get(0).tasks().get(0);
    knownReader = folder.scenarios().get(1).tasks().get(0);
  }

  @AfterAll
  static void stop() {
    neo4j.close();
  }

  private static List<Scored> fresh(Task task, int clicks) {
    return new UserScoring(graph, clicks, false).score(task);
  }

  private static long count(String pattern) {
    return neo4j
        .database()
        .executeTransactionally(
            "MATCH " + pattern + " RETURN count(*) AS c",
            Map.of(),
            result -> (Long) result.next().get("c"));
  }

  @Test
  void theSchemaIsFoundWithoutBeingTold() {
    List<?> found =
        neo4j
            .database()
            .executeTransactionally(
                "CALL metarec.schema() YIELD role, name RETURN collect(role + ' ' + name) AS found",
                Map.of(),
                rows -> (List<?>) rows.next().get("found"));
    assertThat(found.toString())
        .contains("relation AUTHOR", "relation PUBLISHER", "userFeature country")
        .contains("userFeature member", "itemFeature language", "itemFeature shelf")
        .contains("itemKey isbn", "userKey reader", "itemTime year", "rating rating")
        .doesNotContain("itemFeature title", "time at");
  }

  @Test
  void aNodeThatIsRolledBackScoresLikeOneThatIsCommitted() {
    try (Transaction tx = neo4j.database().beginTx()) {
      Node user = graph.createUser(tx, newReader.user());
      user.setProperty("reader", newReader.user());
      newReader.support().forEach(one -> graph.interact(tx, user, one));
      tx.commit();
    }
    List<Double> committed =
        neo4j
            .database()
            .executeTransactionally(
                "CALL metarec.score($user, $items) YIELD score RETURN score",
                Map.of("user", newReader.user(), "items", newReader.items()),
                rows -> rows.<Double>columnAs("score").stream().toList());
    neo4j
        .database()
        .executeTransactionally(
            "MATCH (u:User {reader: $user}) DETACH DELETE u", Map.of("user", newReader.user()));
    assertThat(fresh(newReader, ColdStartSettings.ALL).stream().map(Scored::score))
        .containsExactlyElementsOf(committed);
  }

  @Test
  void nothingOfAUserStays() {
    long users = count("(:User)");
    long interactions = count("()-[:RATED]->()");
    fresh(newReader, 3);
    new UserScoring(graph, 3, true).score(knownReader);
    assertThat(count("(:User)")).isEqualTo(users);
    assertThat(count("()-[:RATED]->()")).isEqualTo(interactions);
  }

  @Test
  void clicksAreTheFirstOfTheSupport() {
    Task shorter =
        new Task(
            newReader.user(),
            newReader.support().subList(0, 2),
            newReader.query(),
            newReader.negatives());
    assertThat(fresh(newReader, 2)).isEqualTo(fresh(shorter, ColdStartSettings.ALL));
    assertThat(fresh(newReader, 2)).isNotEqualTo(fresh(newReader, ColdStartSettings.ALL));
  }

  @Test
  void theHistoryIsSeenOnlyWhereItIsAskedFor() {
    List<Scored> withHistory = new UserScoring(graph, 2, true).score(knownReader);
    assertThat(withHistory).isNotEqualTo(fresh(knownReader, 2));
    assertThat(new UserScoring(graph, 2, true).score(newReader)).isEqualTo(fresh(newReader, 2));
  }
}
