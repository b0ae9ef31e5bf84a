package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;

class AdaptProcedureIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  /** A new version makes all stored weights stale. */
  @BeforeEach
  void train() {
    DATABASE.train();
  }

  private static List<Record> scores() {
    return DATABASE.rows(
        "CALL metarec.recommend('u5', {topK: 20}) YIELD item, score RETURN item.id, score");
  }

  private static List<String> adapted(String arguments) {
    return DATABASE.texts("CALL metarec.adapt(%s) YIELD user RETURN user.id".formatted(arguments));
  }

  @Test
  void aNamedUserIsAdaptedAndScoredAsBefore() {
    List<Record> before = scores();
    Record row = DATABASE.row("CALL metarec.adapt('u5', {device: 'cpu', concurrency: 2})");

    assertThat(row.get("user").get("id").asString()).isEqualTo("u5");
    assertThat(row.get("clicks").asLong()).isEqualTo(5);
    assertThat(row.get("device").asString()).isEqualTo("cpu");
    assertThat(row.get("lossAfter").asDouble())
        .isLessThan(row.get("lossBefore").asDouble())
        .isNotNegative();
    assertThat(DATABASE.row("MATCH (user:User {id: 'u5'}) RETURN user.rotate_weights AS weights"))
        .satisfies(user -> assertThat(user.get("weights").size()).isPositive());
    assertThat(scores()).isEqualTo(before);
  }

  @Test
  void whoIsNamedTwiceIsAdaptedOnce() {
    assertThat(
            DATABASE.texts(
                "MATCH (kay:User {id: 'u5'}) CALL metarec.adapt(['u7', kay, 'u5', 'u3', 'u7'])"
                    + " YIELD user RETURN user.id"))
        .containsExactly("u7", "u5", "u3");
  }

  @Test
  void storedWeightsAreUsedUntilTheUserInteractsAgain() {
    List<Record> own = scores();
    DATABASE.rows("CALL metarec.adapt(['u5', 'u7'], {device: 'cpu'})");
    DATABASE.rows(
        "MATCH (kay:User {id: 'u5'}), (moe:User {id: 'u7'})"
            + " SET kay.rotate_weights = moe.rotate_weights");
    assertThat(scores()).as("with weights that are not those of the stamp").isEqualTo(own);
    DATABASE.rows(
        "MATCH (kay:User {id: 'u5'}), (moe:User {id: 'u7'})"
            + " WITH kay, split(kay.rotate_weights_stamp, ' ') AS stamp,"
            + " split(moe.rotate_weights_stamp, ' ') AS another"
            + " SET kay.rotate_weights_stamp = stamp[0] + ' ' + stamp[1] + ' ' + another[2]");
    assertThat(scores()).as("with those that the stamp now says").isNotEqualTo(own);

    DATABASE.rows(
        "MATCH (kay:User {id: 'u5'}), (alien:Movie {id: 'm7'})"
            + " CREATE (kay)-[:CLICKED {at: datetime()}]->(alien)");
    List<Record> adapted = scores();
    DATABASE.rows("MATCH (kay:User {id: 'u5'}) REMOVE kay.rotate_weights");
    assertThat(adapted).as("the same as without stored weights").isEqualTo(scores());

    DATABASE.rows("MATCH (:User {id: 'u5'})-[click:CLICKED]->(:Movie {id: 'm7'}) DELETE click");
  }

  @Test
  void namedUsersAreWrittenInTheCallersTransaction() {
    try (var session = DATABASE.driver().session();
        var transaction = session.beginTransaction()) {
      transaction.run("CALL metarec.adapt(['u5', 'u6'])").consume();
      transaction.rollback();
    }

    assertThat(adapted("null")).contains("u5", "u6");
  }

  @Test
  void allMeansThoseWhoseInteractionsChanged() {
    assertThat(adapted("null, {batchSize: 3}"))
        .containsExactlyInAnyOrder("u1", "u2", "u3", "u5", "u6", "u7", "u8"); // u4 has no clicks
    assertThat(adapted("")).isEmpty();

    DATABASE.rows(
        "MATCH (user:User {id: 'u3'}), (alien:Movie {id: 'm7'})"
            + " CREATE (user)-[:CLICKED {at: datetime()}]->(alien)");
    assertThat(adapted("null")).containsExactly("u3");
    DATABASE.rows("MATCH (:User {id: 'u3'})-[click:CLICKED]->(:Movie {id: 'm7'}) DELETE click");
  }

  @Test
  void aFilmThatOthersAddChangesNobodysInteractions() {
    String scores = "CALL metarec.score('u3', ['m5', 'm6', 'm7'])";
    DATABASE.rows(scores); // now both films come after all were read
    DATABASE.rows("MATCH (user:User {id: 'u3'}) CREATE (user)-[:CLICKED]->(:Movie {id: 'new 2'})");
    adapted("null");
    List<Record> before = DATABASE.rows(scores);

    DATABASE.rows("CREATE (:Movie {id: 'new 1'})"); // comes before the other

    assertThat(adapted("null")).isEmpty();
    assertThat(DATABASE.rows(scores)).isEqualTo(before);
    DATABASE.rows("MATCH (film:Movie) WHERE film.id STARTS WITH 'new' DETACH DELETE film");
  }

  @Test
  void aUserWhoseClicksAreGoneHasNoWeightsAnyMore() {
    DATABASE.rows("MATCH (alien:Movie {id: 'm7'}) CREATE (:User {id: 'u99'})-[:CLICKED]->(alien)");
    assertThat(adapted("null")).contains("u99");
    DATABASE.rows("MATCH (:User {id: 'u99'})-[click:CLICKED]->() DELETE click");

    Record row = DATABASE.row("CALL metarec.adapt()");
    assertThat(row.get("user").get("id").asString()).isEqualTo("u99");
    assertThat(row.get("clicks").asLong()).isZero();
    assertThat(DATABASE.row("MATCH (user:User {id: 'u99'}) RETURN keys(user) AS keys").get("keys"))
        .satisfies(
            keys -> assertThat(keys.asList()).noneMatch(key -> key.equals("rotate_weights")));
    assertThat(adapted("null")).isEmpty();
    DATABASE.rows("MATCH (user:User {id: 'u99'}) DELETE user");
  }
}
