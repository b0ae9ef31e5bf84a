package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;

class SimilarProcedureIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeAll
  static void train() {
    DATABASE.train();
  }

  @Test
  void allOtherItemsAreCompared() {
    List<Record> rows =
        DATABASE.rows(
            "CALL metarec.similar('m2', {topK: 20}) YIELD item, score"
                + " RETURN item.id AS id, score");

    assertThat(rows).hasSize(11);
    assertThat(rows.stream().map(row -> row.get("id").asString())).doesNotContain("m2");
    assertThat(rows.stream().map(row -> -row.get("score").asDouble()).toList())
        .isSorted()
        .allSatisfy(score -> assertThat(score).isBetween(-1.0, 1.0));
  }

  @Test
  void aFilmCreatedSinceIsComparedByItsRelations() {
    DATABASE.rows("MATCH (mann:Person {id: 'p1'}) CREATE (mann)-[:DIRECTED]->(:Movie {id: 'm13'})");

    assertThat(DATABASE.rows("CALL metarec.similar('m13', {topK: 5})")).hasSize(5);
    DATABASE.rows("MATCH (film:Movie {id: 'm13'}) DETACH DELETE film");
  }

  @Test
  void theLikelyGenresOfANewFilmAreGenres() {
    List<Record> rows =
        DATABASE.rows(
            "CALL metarec.complete('m12', {relationshipTypes: ['IN_GENRE']})"
                + " YIELD relationshipType, direction, candidate, score"
                + " RETURN relationshipType, direction, candidate.name AS name, score");

    assertThat(rows.stream().map(row -> row.get("name").asString()))
        .containsExactlyInAnyOrder("Crime", "Science Fiction"); // Drama it has already
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.get("relationshipType").asString()).isEqualTo("IN_GENRE");
              assertThat(row.get("direction").asString()).isEqualTo("OUTGOING");
            });
  }

  @Test
  void aGenreCreatedSinceIsOfferedToo() {
    DATABASE.rows(
        "MATCH (film:Movie) WHERE film.id IN ['m1', 'm2']"
            + " MERGE (noir:Genre {name: 'Film noir'}) CREATE (film)-[:IN_GENRE]->(noir)");

    assertThat(
            DATABASE.rows(
                "CALL metarec.complete('m12', {relationshipTypes: ['IN_GENRE']})"
                    + " YIELD candidate RETURN candidate.name AS name"))
        .extracting(row -> row.get("name").asString())
        .containsExactlyInAnyOrder("Crime", "Science Fiction", "Film noir");
    DATABASE.rows("MATCH (noir:Genre {name: 'Film noir'}) DETACH DELETE noir");
  }

  @Test
  void aPersonMayLackFilmsInBothRoles() {
    assertThat(
            DATABASE.rows(
                "MATCH (mann:Person {id: 'p1'}) CALL metarec.complete(mann, {topK: 2})"
                    + " YIELD relationshipType, direction"
                    + " RETURN DISTINCT relationshipType + ' ' + direction AS relation"))
        .extracting(row -> row.get("relation").asString())
        .containsExactlyInAnyOrder("DIRECTED OUTGOING", "ACTED_IN OUTGOING");
  }
}
