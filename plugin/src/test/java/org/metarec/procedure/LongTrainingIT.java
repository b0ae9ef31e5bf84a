package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;

/** What others see of a call that takes its time, and what they may not do meanwhile. */
class LongTrainingIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeEach
  void train() {
    DATABASE.train();
  }

  private static void assertBusy(String call) {
    assertThatThrownBy(() -> DATABASE.rows(call)).hasMessageContaining("model 'metarec' is busy");
  }

  private static String version() {
    return DATABASE.row("CALL metarec.model.list()").get("modelVersion").asString();
  }

  @Test
  void aTrainingIsWatchedAndKeptAlone() {
    LongCall training =
        LongCall.start(
            DATABASE,
            "CALL metarec.train({epochs: 1000000, patience: 1000000, embeddingDimension: 8})");

    Record job = training.awaitStage("RotatE epoch");

    assertThat(job.get("task").asString()).startsWith("train 'metarec': RotatE epoch");
    assertThat(job.get("jobId").asString()).isNotBlank();
    assertThat(job.get("progress").asDouble()).isBetween(0.05, 0.5);
    assertThat(job.get("startedAt").asZonedDateTime().toInstant()).isBefore(Instant.now());
    assertThat(job.get("elapsedMillis").asLong()).isPositive();
    assertThat(job.get("remainingMillis").asLong()).isPositive();
    assertThat(training.awaitTransaction().get("statusDetails").asString())
        .startsWith("train 'metarec': RotatE");
    assertBusy("CALL metarec.train()");
    assertBusy("CALL metarec.model.drop('metarec')");
    assertThat(training.terminate()).hasMessageContaining("terminated");
    assertThat(DATABASE.rows("CALL metarec.progress()")).isEmpty();
  }

  @Test
  void aSecondTrainingIsRefusedWhileTheFirstIsWritten() {
    String before = version();

    LongCall first =
        LongCall.waiting(
            DATABASE,
            "m1",
            "CALL metarec.train({epochs: 2, metaEpochs: 1})",
            training -> {
              Record job = training.awaitStage("writing");
              assertThat(job.get("progress").asDouble()).isBetween(0.9, 1.0);
              assertBusy("CALL metarec.train()");
              assertThat(version()).isEqualTo(before);
            });

    assertThat(first.rows()).hasSize(1);
    assertThat(version()).isGreaterThan(before);
  }

  @Test
  void aDropIsWatchedAndTheModelServesNoMore() {
    LongCall drop =
        LongCall.waiting(
            DATABASE,
            "m1",
            "CALL metarec.model.drop('metarec')",
            dropping -> {
              Record job = dropping.awaitStage("clearing");
              assertThat(job.get("task").asString())
                  .isEqualTo("drop 'metarec': clearing the model");
              assertThat(job.get("progress").asDouble()).isZero();
              assertBusy("CALL metarec.train()");
              assertThatThrownBy(() -> DATABASE.rows("CALL metarec.recommend('u1')"))
                  .hasMessageContaining("CALL metarec.train()");
            });

    assertThat(drop.rows()).hasSize(1);
    assertThat(DATABASE.rows("CALL metarec.progress()")).isEmpty();
  }

  @Test
  void aDropThatIsEndedIsFinishedByTheNext() {
    LongCall.waiting(
        DATABASE,
        "m1",
        "CALL metarec.model.drop('metarec')",
        dropping -> {
          dropping.awaitStage("clearing");
          assertThat(dropping.terminate()).hasMessageContaining("terminated");
        });

    assertThatThrownBy(() -> DATABASE.rows("CALL metarec.recommend('u1')"))
        .hasMessageContaining("CALL metarec.train()");
    assertThat(DATABASE.rows("CALL metarec.model.drop('metarec')")).hasSize(1);
    assertThat(
            DATABASE.rows(
                "MATCH (node) UNWIND keys(node) AS key WITH key WHERE key STARTS WITH 'rotate'"
                    + " RETURN key"))
        .isEmpty();
  }

  @Test
  void theAdaptationOfAllUsersIsWatched() {
    LongCall adaptation =
        LongCall.waiting(
            DATABASE,
            "u1",
            "CALL metarec.adapt(null, {batchSize: 2})",
            adapting -> {
              Record job = adapting.awaitStage("users");
              assertThat(job.get("task").asString()).isEqualTo("adapt 'metarec': 0 of 8 users");
              assertThat(job.get("progress").asDouble()).isZero();
              assertThat(job.get("remainingMillis").isNull()).isTrue();
              assertThat(DATABASE.rows("CALL metarec.recommend('u1')")).isNotEmpty();
            });

    assertThat(adaptation.rows()).hasSize(7);
    assertThat(DATABASE.rows("CALL metarec.progress()")).isEmpty();
  }
}
