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
    assertThat(similarToHeat()).hasSize(11);
    DATABASE.rows("MATCH (mann:Person {id: 'p1'}) CREATE (mann)-[:DIRECTED]->(:Movie {id: 'm13'})");

    assertThat(DATABASE.rows("CALL metarec.similar('m13', {topK: 5})")).hasSize(5);
    assertThat(similarToHeat()).hasSize(12).contains("m13");
    DATABASE.rows("MATCH (film:Movie {id: 'm13'}) DETACH DELETE film");
    assertThat(similarToHeat()).hasSize(11).doesNotContain("m13");
  }

  /** It bears the mean of all films, which is like everything. */
  @Test
  void aFilmWithoutAnyRelationIsLikeNoneUntilItHasOne() {
    DATABASE.rows("CREATE (:Movie {id: 'm13'})");
    DATABASE.train();
    assertThat(similarToHeat()).hasSize(11).doesNotContain("m13");
    DATABASE.rows("CREATE (:Movie {id: 'm14'})");
    for (String bare : List.of("m13", "m14")) {
      assertThat(DATABASE.rows("CALL metarec.similar('%s')".formatted(bare))).as(bare).isEmpty();
    }

    DATABASE.rows(
        "MATCH (mann:Person {id: 'p1'}), (film:Movie {id: 'm13'}) CREATE (mann)-[:DIRECTED]->(film)");
    assertThat(similarToHeat()).hasSize(12).contains("m13");
    assertThat(DATABASE.rows("CALL metarec.similar('m13', {topK: 5})")).hasSize(5);
    DATABASE.rows("MATCH (film:Movie) WHERE film.id IN ['m13', 'm14'] DETACH DELETE film");
  }

  @Test
  void whatIsNoFilmAnyMoreIsNotCompared() {
    assertThat(similarToHeat()).contains("m7");

    DATABASE.rows("MATCH (film:Movie {id: 'm7'}) REMOVE film:Movie");
    assertThat(similarToHeat()).hasSize(10).doesNotContain("m7");

    DATABASE.rows("MATCH (film {id: 'm7'}) SET film:Movie");
    assertThat(similarToHeat()).hasSize(11).contains("m7");
  }

  private static List<String> similarToHeat() {
    return DATABASE.texts("CALL metarec.similar('m2', {topK: 20}) YIELD item RETURN item.id");
  }

  @Test
  void manyNewUsersDoNotKeepANewFilmFromBeingFound() {
    assertThat(similarToHeat()).isNotEmpty();
    DATABASE.rows(
        "MATCH (mann:Person {id: 'p1'}) CREATE (mann)-[:DIRECTED]->(:Movie {id: 'm14'})"
            + " WITH 1 AS one UNWIND range(1, 10001) AS n"
            + " CREATE (:User {id: 'new' + n})");

    assertThat(similarToHeat()).contains("m14");
    DATABASE.rows("MATCH (film:Movie {id: 'm14'}) DETACH DELETE film");
    DATABASE.rows("MATCH (user:User) WHERE user.id STARTS WITH 'new' DELETE user");
  }

  @Test
  void itemsAreComparedWithoutAnyInteraction() {
    DATABASE.rows(
        "CALL metarec.train({modelName: 'apart', itemLabel: 'Movie', interactionTypes: [],"
            + " relationshipTypes: ['DIRECTED'], epochs: 1, embeddingDimension: 4})");

    assertThat(DATABASE.rows("CALL metarec.similar('m2', {modelName: 'apart'})")).hasSize(10);
    DATABASE.rows("CALL metarec.model.drop('apart')");
  }
}
