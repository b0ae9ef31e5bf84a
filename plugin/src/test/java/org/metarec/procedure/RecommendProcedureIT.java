package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.types.Path;

class RecommendProcedureIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeAll
  static void train() {
    DATABASE.train();
  }

  private static List<Record> recommend(String arguments) {
    return DATABASE.rows(
        "CALL metarec.recommend(%s) YIELD rank, item, score, contributions, paths"
                .formatted(arguments)
            + " RETURN rank, item.id AS id, score, contributions, paths");
  }

  private static List<String> ids(List<Record> rows) {
    return rows.stream().map(row -> row.get("id").asString()).toList();
  }

  @Test
  void theBestComesFirstAndNothingSeenIsAmongThem() {
    List<Record> rows = recommend("'u5'");

    assertThat(ids(rows)).hasSize(7).doesNotContain("m1", "m2", "m4", "m5", "m6");
    assertThat(rows.stream().map(row -> row.get("rank").asLong()))
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(rows.stream().map(row -> -row.get("score").asDouble()).toList()).isSorted();
  }

  @Test
  void nobodyIsOfferedTheirOwn() {
    DATABASE.rows(
        "CREATE (:Movie {id: 'own1'})<-[:DIRECTED]-(:User {id: 'maker'})<-[:IN_GENRE]-(:Movie {id:"
            + " 'own2'})");
    try {
      assertThat(ids(recommend("'maker', {topK: 20}"))).hasSize(12).doesNotContain("own1", "own2");
      assertThat(ids(recommend("'maker', {topK: 20, excludeSeen: false}")))
          .contains("own1", "own2");
      assertThat(ids(recommend("'u5', {topK: 20}"))).contains("own1", "own2");
    } finally {
      DATABASE.rows("MATCH (n) WHERE n.id IN ['maker', 'own1', 'own2'] DETACH DELETE n");
    }
  }

  @Test
  void theContributionsSumToTheScore() {
    for (Record row : recommend("'u5', {topK: 3}")) {
      Map<String, Double> parts = row.get("contributions").asMap(value -> value.asDouble());

      assertThat(parts).containsOnlyKeys("base", "taste", "ACTED_IN", "DIRECTED", "IN_GENRE");
      assertThat(parts.values().stream().mapToDouble(part -> part).sum())
          .isCloseTo(row.get("score").asDouble(), within(1e-5));
    }
  }

  @Test
  void aPathLeadsFromTheUserThroughAClickedItem() {
    Record row = recommend("'u5', {candidates: ['m3'], pathsPerItem: 100}").get(0);
    List<Path> paths = row.get("paths").asList(value -> value.asPath());

    assertThat(paths).hasSize(5); // two films of Mann, two with Pacino, another drama
    for (Path path : paths) {
      assertThat(path.start().get("id").asString()).isEqualTo("u5");
      assertThat(path.end().get("id").asString()).isEqualTo("m3");
      assertThat(path.length()).isEqualTo(3);
      assertThat(path.relationships().iterator().next().type()).isEqualTo("CLICKED");
    }
  }

  @Test
  void tellingOfAClickAgainLeavesThePathsAtTheUser() {
    Record row = recommend("'u5', {candidates: ['m3'], clicks: ['m1', 'm2']}").get(0);

    assertThat(row.get("paths").asList(value -> value.asPath()))
        .isNotEmpty()
        .allMatch(path -> path.start().hasLabel("User"));
  }

  @Test
  void anAnonymousVisitorIsKnownByTheClicksAlone() {
    List<Record> rows =
        recommend("null, {clicks: ['m1', {item: 'm4', at: date('2026-01-01')}], topK: 20}");

    assertThat(ids(rows)).hasSize(10).doesNotContain("m1", "m4").contains("m12");
    Path path =
        rows.stream()
            .flatMap(row -> row.get("paths").asList(value -> value.asPath()).stream())
            .findFirst()
            .orElseThrow();
    assertThat(path.start().get("id").asString()).isIn("m1", "m4");
    assertThat(path.length()).isEqualTo(2);
  }

  @Test
  void aUserWithoutClicksGetsWhatAnybodyGets() {
    List<Record> rows = recommend("'u4', {topK: 20}");

    assertThat(ids(rows)).hasSize(12);
    assertThat(rows.get(0).get("contributions").get("DIRECTED").asDouble()).isZero();
    assertThat(rows.get(0).get("paths").asList()).isEmpty();
  }

  @Test
  void candidatesNewOnlyAndMinScoreNarrowTheChoice() {
    assertThat(ids(recommend("'u5', {candidates: ['m7', 'm3', 'm1']}")))
        .containsExactlyInAnyOrder("m7", "m3");
    assertThat(recommend("'u5', {candidates: []}")).isEmpty();
    assertThat(ids(recommend("'u5', {candidates: null}")))
        .as("a key without a value counts as not given")
        .isEqualTo(ids(recommend("'u5'")));
    assertThat(ids(recommend("'u5', {candidates: ['m7', 'm1'], excludeSeen: false}")))
        .containsExactlyInAnyOrder("m7", "m1");
    assertThat(ids(recommend("'u5', {newOnly: true}"))).containsExactly("m12");
    assertThat(recommend("'u5', {minScore: 1000.0}")).isEmpty();
    assertThat(ids(recommend("'u5', {diversity: 1.0, topK: 3}"))).hasSize(3);
  }

  @Test
  void asManyPathsAreShownAsAreWanted() {
    for (int most : List.of(0, 1, 3, 100)) {
      List<Record> rows = recommend("'u5', {topK: 100, pathsPerItem: %d}".formatted(most));
      assertThat(rows.stream().mapToInt(row -> row.get("paths").size()).max())
          .hasValue(Math.min(most, 5)); // The Insider, as explain shows
    }
    assertThat(ids(recommend("'u5', {topK: 100, pathsPerItem: 0}")))
        .isEqualTo(ids(recommend("'u5', {topK: 100}")));
  }

  @Test
  void aNewUserAndANewFilmAreInTheNextAnswer() {
    DATABASE.rows(
        "MATCH (thief:Movie {id: 'm1'}), (heat:Movie {id: 'm2'}), (mann:Person {id: 'p1'})"
            + " CREATE (user:User {id: 'u9'})-[:CLICKED {at: datetime()}]->(thief),"
            + " (user)-[:CLICKED {at: datetime()}]->(heat),"
            + " (mann)-[:DIRECTED]->(:Movie {id: 'm13', title: 'Collateral', year: 2004})");

    Record film = recommend("'u9', {candidates: ['m13']}").get(0);
    assertThat(film.get("contributions").get("DIRECTED").asDouble()).isNotZero();
    assertThat(film.get("paths").size()).isEqualTo(2);
    assertThat(ids(recommend("'u9', {newOnly: true}"))).contains("m13");

    DATABASE.rows("MATCH (gone) WHERE gone.id IN ['u9', 'm13'] DETACH DELETE gone");
    assertThat(ids(recommend("'u5', {topK: 20}"))).doesNotContain("m13");
  }

  @Test
  void aClickOfTheCallingTransactionCounts() {
    try (var session = DATABASE.driver().session();
        var transaction = session.beginTransaction()) {
      transaction.run(
          "MATCH (user:User {id: 'u5'}), (alien:Movie {id: 'm7'})"
              + " CREATE (user)-[:CLICKED {at: datetime()}]->(alien)");
      List<Record> rows =
          transaction
              .run("CALL metarec.recommend('u5', {topK: 20}) YIELD item RETURN item.id AS id")
              .list();

      assertThat(ids(rows)).hasSize(6).doesNotContain("m7");
      transaction.rollback();
    }
    assertThat(ids(recommend("'u5', {topK: 20}"))).contains("m7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recommend('u1')",
        "score('u1', 'm4')",
        "explain('u1', 'm4')",
        "similar('m4')",
        "complete('m4')"
      })
  void readAccessIsEnough(String call) {
    var reading = SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();
    try (var session = DATABASE.driver().session(reading)) {
      assertThat(session.run("CALL metarec." + call).list()).isNotEmpty();
    }
  }

  @Test
  void aNodeWillDoForItsKey() {
    assertThat(
            DATABASE.rows(
                "MATCH (user:User {id: 'u5'}) CALL metarec.recommend(user) YIELD item, score"
                    + " RETURN item.id AS id, score"))
        .isEqualTo(
            DATABASE.rows(
                "CALL metarec.recommend('u5') YIELD item, score RETURN item.id AS id, score"));
  }
}
