package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.Floats;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.model.embedding.RotatE;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

class CompleteProcedureIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeAll
  static void train() {
    DATABASE.train();
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
  void whoIsLikelyToClickIsToldByClicksAndNotByAPropertyOfThatName() {
    DATABASE.rows("MATCH (film:Movie) SET film.CLICKED = film.year > 2000");
    DATABASE.rows(
        "CALL metarec.train({modelName: 'named', itemFeatures: ['CLICKED'], epochs: 1,"
            + " metaEpochs: 0, embeddingDimension: 4})");

    Record row =
        DATABASE.row(
            "MATCH (film:Movie {id: 'm12'})"
                + " CALL metarec.complete(film,"
                + " {modelName: 'named', relationshipTypes: ['CLICKED'], topK: 1})"
                + " YIELD candidate, score"
                + " MATCH (model:_MetarecModel {name: 'named'})"
                + " RETURN score, metarec.embedding(candidate, 'named') AS user,"
                + " metarec.embedding(film, 'named') AS film, model.phases[-4..] AS clicked,"
                + " model.relationKinds[-1] AS last, model.config_margin AS margin");
    double distance =
        RotatE.distance(
            RotatE.rotate(floats(row, "user"), floats(row, "clicked")), floats(row, "film"));

    assertThat(row.get("last").asString()).isEqualTo("INTERACTION");
    assertThat(row.get("score").asDouble())
        .isCloseTo(row.get("margin").asDouble() - distance, within(1e-5)); // float rotation
    DATABASE.rows("CALL metarec.model.drop('named')");
    DATABASE.rows("MATCH (film:Movie) REMOVE film.CLICKED");
  }

  private static float[] floats(Record row, String column) {
    return Floats.toArray(row.get(column).asList(Value::asDouble));
  }

  @Test
  void aTypeThatIsNamedTwiceIsAnsweredOnce() {
    String types = "CALL metarec.complete('m12', {relationshipTypes: %s})";

    assertThat(DATABASE.rows(types.formatted("['IN_GENRE', 'IN_GENRE']")))
        .isNotEmpty()
        .hasSameSizeAs(DATABASE.rows(types.formatted("['IN_GENRE']")));
  }

  @Test
  void neo4jSaysItselfWhyItRefusesACommit() {
    DATABASE.rows("CALL metarec.complete('m12')"); // from now on commits are listened to

    assertThatThrownBy(
            () ->
                DATABASE.rows(
                    "MATCH (film:Movie {id: 'm1'}), (genre:Genre)"
                        + " CREATE (film)-[:IN_GENRE]->(genre) DELETE film"))
        .hasMessageContaining("because it still has relationships");
  }

  @Test
  void aDeletedNodeIsSaidToBeDeleted() {
    String create = "CREATE (film:Movie {id: 'm15'}) WITH film DELETE film WITH film ";

    assertThatThrownBy(
            () -> DATABASE.rows(create + "CALL metarec.complete(film) YIELD score RETURN score"))
        .hasMessageContaining("has been deleted");
    assertThatThrownBy(() -> DATABASE.rows(create + "RETURN metarec.embedding(film)"))
        .hasMessageContaining("has been deleted");
  }

  @Test
  void whatTheModelCannotPlaceIsNamedWithBothWaysOut() {
    String island = "CREATE (island:Island) WITH island ";
    String id = DATABASE.row(island + "RETURN elementId(island) AS id").get("id").asString();

    assertThatThrownBy(
            () ->
                DATABASE.rows(
                    "MATCH (island:Island)"
                        + " CALL metarec.complete(island) YIELD score RETURN score"))
        .hasMessageContaining("node " + id + " has no embedding of its own in model 'metarec'")
        .hasMessageEndingWith("give it a relation, or train anew with CALL metarec.train()");
    DATABASE.rows("MATCH (island:Island) DELETE island");
  }

  /** What a film lacks of which nothing is known, is known to nobody. */
  @Test
  void aFilmWithoutAnyRelationIsAskedForOne() {
    DATABASE.rows("CREATE (:Movie {id: 'm16'})");
    DATABASE.train();
    DATABASE.rows("CREATE (:Movie {id: 'm17'})");
    for (String bare : List.of("m16", "m17")) {
      assertThatThrownBy(() -> DATABASE.rows("CALL metarec.complete('%s')".formatted(bare)))
          .as(bare)
          .hasMessageContaining("has no embedding of its own")
          .hasMessageContaining("give it a relation");
    }
    DATABASE.rows("MATCH (film:Movie) WHERE film.id IN ['m16', 'm17'] DELETE film");
  }

  @Test
  void aRelationshipTypeThatTheModelLacksIsNamedWithThoseThatItHas() {
    assertThatThrownBy(
            () -> DATABASE.rows("CALL metarec.complete('m12', {relationshipTypes: ['SHOT_IN']})"))
        .hasMessageContaining("relationshipTypes has ['SHOT_IN'], model 'metarec' was trained")
        .hasMessageContaining("'DIRECTED', 'IN_GENRE'");
    assertThatThrownBy(
            () -> DATABASE.rows("CALL metarec.complete('m12', {relationshipTypes: ['in_genre']})"))
        .hasMessageContaining("; did you mean 'IN_GENRE'?");
  }

  @Test
  void asManyAreOfferedAsAreWantedOfEachTypeAndDirection() {
    for (int most : List.of(1, 2)) {
      assertThat(
              DATABASE.rows(
                  "CALL metarec.complete('m12', {topK: %d})".formatted(most)
                      + " YIELD relationshipType, direction, candidate"
                      + " RETURN relationshipType, direction, count(candidate) AS offered"))
          .extracting(row -> row.get("offered").asInt())
          .containsExactly(most, most, most, most);
    }
  }

  @Test
  void aPersonMayLackFilmsInBothRoles() {
    assertThat(
            DATABASE.texts(
                "MATCH (mann:Person {id: 'p1'}) CALL metarec.complete(mann, {topK: 2})"
                    + " YIELD relationshipType, direction"
                    + " RETURN DISTINCT relationshipType + ' ' + direction"))
        .containsExactlyInAnyOrder("DIRECTED OUTGOING", "ACTED_IN OUTGOING");
  }
}
