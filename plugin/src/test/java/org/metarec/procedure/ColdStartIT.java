package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;

/** What goes wrong with new users and new items elsewhere. */
class ColdStartIT {
  private static final String SCORES =
      "MATCH (movie:Movie) WITH movie ORDER BY movie.id WITH collect(movie) AS movies"
          + " CALL metarec.score('%s', movies) YIELD item, score RETURN item.id AS id, score";

  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeEach
  void train() {
    DATABASE.rows("MATCH (movie:Movie) WHERE movie.id STARTS WITH 'new' DETACH DELETE movie");
    DATABASE.rows("MATCH (user:User) WHERE user.id STARTS WITH 'new' DETACH DELETE user");
    DATABASE.train();
  }

  private static List<Record> scores(String user) {
    return DATABASE.rows(SCORES.formatted(user));
  }

  @Test
  void whatOthersClickAfterTheTrainingReachesNobody() {
    DATABASE.rows("CREATE (:Movie {id: 'new1', title: 'Unheard of'})");
    List<Record> before = scores("u5");

    DATABASE.rows(
        "UNWIND range(1, 30) AS i CREATE (user:User {id: 'new' + i}) WITH user"
            + " MATCH (movie:Movie) WHERE movie.id IN ['new1', 'm7', 'm12']"
            + " CREATE (user)-[:CLICKED {at: datetime('2026-01-01')}]->(movie)");

    assertThat(scores("u5")).isEqualTo(before);
  }

  @Test
  void whatTheUserClicksReachesTheUser() {
    List<Record> before = scores("u5");

    DATABASE.rows(
        "MATCH (user:User {id: 'u5'}), (movie:Movie {id: 'm7'})"
            + " CREATE (user)-[:CLICKED {at: datetime('2026-01-01')}]->(movie)");

    assertThat(scores("u5")).isNotEqualTo(before);
  }

  /** Nobody had clicked m12, which the training saw. */
  @Test
  void aFilmCreatedSinceIsScoredAsOneThatTrainingSawUnclicked() {
    DATABASE.rows(
        """
        MATCH (seen:Movie {id: 'm12'}) CREATE (since:Movie {id: 'new1', year: seen.year})
        WITH seen, since MATCH (seen)-[relation]-(other)
        FOREACH (x IN CASE type(relation) WHEN 'DIRECTED' THEN [1] ELSE [] END |
          CREATE (other)-[:DIRECTED]->(since))
        FOREACH (x IN CASE type(relation) WHEN 'ACTED_IN' THEN [1] ELSE [] END |
          CREATE (other)-[:ACTED_IN]->(since))
        FOREACH (x IN CASE type(relation) WHEN 'IN_GENRE' THEN [1] ELSE [] END |
          CREATE (since)-[:IN_GENRE]->(other))
        """);

    Map<String, Double> scores =
        scores("u5").stream()
            .collect(
                Collectors.toMap(
                    row -> row.get("id").asString(), row -> row.get("score").asDouble()));

    assertThat(scores.get("new1")).isCloseTo(scores.get("m12"), within(1e-5));
    assertThat(scores.get("new1")).isNotCloseTo(scores.get("m11"), within(1e-3));
  }

  @Test
  void newItemsWithoutAnyRelationHaveOneScoreAndComeInTheOrderOfTheirKeys() {
    DATABASE.rows("UNWIND ['new3', 'new1', 'new2'] AS id CREATE (:Movie {id: id})");

    List<Record> rows =
        DATABASE.rows(
            "CALL metarec.recommend('u5', {candidates: ['new2', 'new3', 'new1']})"
                + " YIELD item, score RETURN item.id AS id, score");

    assertThat(rows.stream().map(row -> row.get("id").asString()))
        .containsExactly("new1", "new2", "new3");
    assertThat(rows.stream().map(row -> row.get("score").asDouble()).distinct()).hasSize(1);
    assertThat(rows.get(0).get("score").asDouble()).isFinite();
  }

  @Test
  void aUserWhoseOnlyClicksAreOnNewItemsIsRecommendedTheirKin() {
    DATABASE.rows(
        "CREATE (user:User {id: 'new1'}), (movie:Movie {id: 'new1'}),"
            + " (user)-[:CLICKED {at: datetime('2026-01-01')}]->(movie) WITH movie"
            + " MATCH (mann:Person {id: 'p1'}) CREATE (mann)-[:DIRECTED]->(movie)");

    Record best =
        DATABASE.row(
            "CALL metarec.recommend('new1', {topK: 20}) YIELD item, contributions"
                + " WHERE item.id = 'm3' RETURN contributions.DIRECTED AS directed");

    assertThat(best.get("directed").asDouble()).isPositive();
  }

  @Test
  void aUserWithTenThousandClicksIsAnswered() {
    DATABASE.rows(
        "CREATE (user:User {id: 'new1'}) WITH user UNWIND range(1, 10000) AS i"
            + " CREATE (user)-[:CLICKED {at: datetime('2026-01-01') + duration({minutes: i})}]->"
            + "(:Movie {id: 'new' + i})");

    assertThat(
            DATABASE.texts("CALL metarec.recommend('new1', {topK: 100}) YIELD item RETURN item.id"))
        .hasSize(12)
        .allMatch(id -> id.startsWith("m"));
  }

  /** They are read before they are committed; what else has changed is read after that. */
  @Test
  void aFilmCountsTheSameWhetherItCameAloneOrWithManyOthers() {
    DATABASE.rows(
        "MATCH (thief:Movie {id: 'm1'}), (heat:Movie {id: 'm2'})"
            + " CREATE (heat)-[:SEQUEL_OF]->(thief)");
    DATABASE.train();
    DATABASE.rows("CREATE (:Movie {id: 'new1'})");
    scores("u5");
    DATABASE.rows(
        "MATCH (heat:Movie {id: 'm2'}), (first:Movie {id: 'new1'})"
            + " CREATE (heat)<-[:SEQUEL_OF]-(:Movie {id: 'new2'})-[:SEQUEL_OF]->(first)"
            + " WITH first UNWIND range(3, 400) AS i CREATE (:Movie {id: 'new' + i})");
    List<Record> together = scores("u5");

    DATABASE.rows(
        "MATCH (second:Movie {id: 'new2'})-[link:SEQUEL_OF]->(first:Movie {id: 'new1'})"
            + " DELETE link CREATE (second)-[:SEQUEL_OF]->(first)");

    assertThat(scores("u5")).isEqualTo(together);
    DATABASE.rows("MATCH ()-[link:SEQUEL_OF]->() DELETE link");
  }
}
