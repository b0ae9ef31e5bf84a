package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.metarec.testing.TinyMovieGraph;
import org.neo4j.driver.Record;
import org.neo4j.graphdb.Transaction;

/** A call that goes on in a thread of its own while others watch it, wait for it and end it. */
final class LongCall {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ProcedureDatabase database;
  private final String query;
  private final CompletableFuture<List<Record>> rows;

  private LongCall(ProcedureDatabase database, String query) {
    this.database = database;
    this.query = query;
    this.rows = CompletableFuture.supplyAsync(() -> database.rows(query));
  }

  static LongCall start(ProcedureDatabase database, String query) {
    return new LongCall(database, query);
  }

  /**
   * Starts a call that soon waits for somebody else's transaction, which holds a node.
   *
   * @param meanwhile what is done while it waits
   */
  static LongCall waiting(
      ProcedureDatabase database, String nodeId, String query, Consumer<LongCall> meanwhile) {
    try (Transaction other = database.graph().beginTx()) {
      other.acquireWriteLock(TinyMovieGraph.node(other, nodeId));
      LongCall call = start(database, query);
      meanwhile.accept(call);
      return call;
    }
  }

  /** Its row of {@code metarec.progress()}, once that tells of a stage. */
  Record awaitStage(String words) {
    return await(
        () ->
            database.rows("CALL metarec.progress()").stream()
                .filter(job -> job.get("task").asString().contains(words))
                .toList());
  }

  /** Its row of {@code SHOW TRANSACTIONS}. */
  Record awaitTransaction() {
    return await(
        () ->
            database.rows(
                "SHOW TRANSACTIONS YIELD transactionId, currentQuery, statusDetails"
                    + " WHERE currentQuery = $query RETURN transactionId, statusDetails",
                Map.of("query", query)));
  }

  private Record await(Supplier<List<Record>> question) {
    Instant deadline = Instant.now().plus(PATIENCE);
    List<Record> found = question.get();
    while (found.isEmpty()) {
      assertThat(rows).as("%s is still running", query).isNotDone();
      assertThat(Instant.now()).as("waiting for %s", query).isBefore(deadline);
      found = question.get();
    }
    return found.get(0);
  }

  /** Ends it as an administrator does; what its caller is told. */
  Throwable terminate() {
    String id = awaitTransaction().get("transactionId").asString();
    Instant ended = Instant.now();
    database.rows("TERMINATE TRANSACTION '%s'".formatted(id));
    Throwable told = catchThrowable(rows::join);
    assertThat(Duration.between(ended, Instant.now())).isLessThan(Duration.ofSeconds(2));
    return told;
  }

  /** All its rows, once it has ended. */
  List<Record> rows() {
    return rows.join();
  }
}
