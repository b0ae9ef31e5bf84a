package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Record;

/** Whatever is ended with TERMINATE TRANSACTION: the live model serves on, and can be trained. */
class TerminationIT {
  private static final String ANSWER =
      "CALL metarec.recommend('u1', {modelName: 'metarec'}) YIELD item, score"
          + " RETURN item.id, score";

  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  private List<Record> before;

  @BeforeEach
  void train() {
    DATABASE.startAnew();
    DATABASE.train();
    before = DATABASE.rows(ANSWER);
  }

  @AfterEach
  void theModelServesOnAndCanBeTrained() {
    assertThat(DATABASE.rows(ANSWER)).isEqualTo(before);
    assertThat(DATABASE.rows("CALL metarec.progress()")).isEmpty();
    DATABASE.train();
    assertThat(DATABASE.rows("MATCH (node) WHERE node.rotate_a IS NOT NULL RETURN node"))
        .as("the other slot is cleared")
        .isEmpty();
  }

  private static void assertEnds(LongCall call) {
    assertThat(call.terminate()).hasMessageContaining("The transaction has been terminated");
  }

  private static int linesOfTrainingsBrokenOff() {
    return DATABASE.log().split("train 'metarec': broken off: The transaction", -1).length;
  }

  @ParameterizedTest
  @CsvSource({
    "RotatE epoch, 'epochs: 1000000, patience: 1000000, embeddingDimension: 8'",
    "meta-learning epoch, 'epochs: 1, metaEpochs: 10000, embeddingDimension: 8'"
  })
  void aTrainingThatLearnsCanBeEnded(String stage, String config) {
    LongCall training = LongCall.start(DATABASE, "CALL metarec.train({%s})".formatted(config));
    training.awaitStage(stage);
    int brokenOff = linesOfTrainingsBrokenOff();

    assertEnds(training);
    assertThat(linesOfTrainingsBrokenOff()).isEqualTo(brokenOff + 1);
  }

  @Test
  void aTrainingThatFitsRatingsCanBeEnded() {
    DATABASE.rows(
        "UNWIND range(1, 200) AS n CREATE (film:Movie {id: 'x' + n}) WITH collect(film) AS films"
            + " UNWIND range(1, 1000) AS n CREATE (user:User {id: 'x' + n}) WITH user, n, films"
            + " UNWIND range(0, 39) AS k WITH user, films[(n * 7 + k * k) % 200] AS film,"
            + " 1 + (n + k) % 5 AS rating CREATE (user)-[:CLICKED {rating: rating}]->(film)");
    LongCall training =
        LongCall.start(
            DATABASE,
            "CALL metarec.train({epochs: 1, metaEpochs: 0, embeddingDimension: 2,"
                + " validationFraction: 0, concurrency: 1})");
    training.awaitStage("factors of ratings");

    assertEnds(training);
    DATABASE.rows("MATCH (node) WHERE node.id STARTS WITH 'x' DETACH DELETE node");
  }

  @Test
  void aTrainingThatWritesCanBeEnded() {
    LongCall.waiting(
        DATABASE,
        "m1",
        "CALL metarec.train({epochs: 2})",
        training -> {
          training.awaitStage("writing");
          assertEnds(training);
        });
  }

  /** A node of the model before that the new one does not have is locked. */
  @Test
  void aTrainingThatIsEndedOnceItsModelServesHasNotBrokenOff() {
    DATABASE.rows("MATCH (m1:Movie {id: 'm1'}) CREATE (m1)<-[:DIRECTED]-(:Person {id: 'gone'})");
    DATABASE.train();
    DATABASE.rows("MATCH (p:Person {id: 'gone'})-[directed]->() DELETE directed");
    int brokenOff = linesOfTrainingsBrokenOff();

    LongCall.waiting(
        DATABASE,
        "gone",
        "CALL metarec.train({epochs: 20, metaEpochs: 10, embeddingDimension: 8})",
        training -> {
          training.awaitStage("clearing the model before");
          assertEnds(training);
        });

    assertThat(linesOfTrainingsBrokenOff()).isEqualTo(brokenOff);
  }

  @Test
  void aFirstTrainingThatLearnsLeavesNothing() {
    LongCall training =
        LongCall.start(
            DATABASE,
            "CALL metarec.train({modelName: 'unborn', epochs: 1000000, patience: 1000000})");
    training.awaitStage("RotatE epoch");
    assertEnds(training);

    assertThat(DATABASE.rows("MATCH (model:_MetarecModel {name: 'unborn'}) RETURN model"))
        .isEmpty();
  }

  @Test
  void aFirstTrainingThatWritesLeavesWhatADropClears() {
    LongCall.waiting(
        DATABASE,
        "m1",
        "CALL metarec.train({modelName: 'unborn', epochs: 2})",
        training -> {
          training.awaitStage("writing");
          assertEnds(training);
        });

    assertThat(DATABASE.rows("CALL metarec.model.list()")).hasSize(1);
    assertThat(DATABASE.rows("CALL metarec.model.drop('unborn')")).hasSize(1);
    assertThat(
            DATABASE.rows(
                "MATCH (node) UNWIND keys(node) AS key WITH key WHERE key STARTS WITH"
                    + " 'rotate_unborn' RETURN key"))
        .isEmpty();
  }

  @Test
  void theAdaptationOfAllUsersCanBeEnded() {
    LongCall.waiting(
        DATABASE,
        "u1",
        "CALL metarec.adapt()",
        adapting -> {
          adapting.awaitStage("users");
          assertEnds(adapting);
        });

    assertThat(DATABASE.rows("CALL metarec.adapt()")).hasSize(7);
  }

  @Test
  void recommendationsCanBeEnded() {
    LongCall recommending =
        LongCall.start(
            DATABASE,
            "UNWIND range(1, 10000000) AS n CALL metarec.recommend('u1') YIELD score"
                + " RETURN count(score)");

    assertEnds(recommending);
  }
}
