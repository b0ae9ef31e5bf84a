package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;

class LongTrainingIT {
  private static final String TRAINING =
      "CALL metarec.train({epochs: 1000000, patience: 1000000, embeddingDimension: 8})";
  private static final String STATUS =
      "SHOW TRANSACTIONS YIELD transactionId, currentQuery, statusDetails"
          + " WHERE currentQuery STARTS WITH 'CALL metarec.train'";

  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(50);
    }
  }

  @Test
  void itIsWatchedKeptAloneAndEnded() throws InterruptedException {
    DATABASE.train();
    List<Record> before = DATABASE.rows("CALL metarec.recommend('u1')");
    CompletableFuture<List<Record>> training =
        CompletableFuture.supplyAsync(() -> DATABASE.rows(TRAINING));
    await(() -> progress().stream().anyMatch(row -> row.get("progress").asDouble() > 0.05));

    Record job = progress().get(0);
    assertThat(job.get("task").asString()).startsWith("train 'metarec': RotatE epoch");
    assertThat(job.get("elapsedMillis").asLong()).isPositive();
    assertThat(job.get("remainingMillis").asLong()).isPositive();
    Record transaction = DATABASE.row(STATUS);
    assertThat(transaction.get("statusDetails").asString()).startsWith("train 'metarec': RotatE");

    assertThatThrownBy(() -> DATABASE.rows("CALL metarec.train()"))
        .hasMessageContaining("model 'metarec' is busy");
    assertThatThrownBy(() -> DATABASE.rows("CALL metarec.model.drop('metarec')"))
        .hasMessageContaining("model 'metarec' is busy");

    Instant ended = Instant.now();
    DATABASE.rows(
        "TERMINATE TRANSACTION '%s'".formatted(transaction.get("transactionId").asString()));
    assertThatThrownBy(training::join).isInstanceOf(CompletionException.class);
    assertThat(Duration.between(ended, Instant.now())).isLessThan(Duration.ofSeconds(2));
    assertThat(progress()).isEmpty();
    assertThat(DATABASE.rows("CALL metarec.recommend('u1')")).isEqualTo(before);
    DATABASE.train();
  }

  @Test
  void aFirstTrainingThatIsEndedLeavesNothing() throws InterruptedException {
    CompletableFuture<List<Record>> training =
        CompletableFuture.supplyAsync(
            () -> DATABASE.rows(TRAINING.replace("{epochs", "{modelName: 'unborn', epochs")));
    await(() -> progress().stream().anyMatch(row -> row.get("progress").asDouble() > 0.05));

    DATABASE.rows(
        "TERMINATE TRANSACTION '%s'"
            .formatted(DATABASE.row(STATUS).get("transactionId").asString()));

    assertThatThrownBy(training::join).isInstanceOf(CompletionException.class);
    assertThat(DATABASE.rows("MATCH (model:_MetarecModel {name: 'unborn'}) RETURN model"))
        .isEmpty();
  }

  private static List<Record> progress() {
    return DATABASE.rows("CALL metarec.progress()");
  }
}
