package org.metarec.procedure.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.GraphMismatchException;
import org.metarec.procedure.Metarec;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyModel;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.testing.Watched;
import org.metarec.triple.Progress;
import org.metarec.triple.Workers;
import org.neo4j.graphdb.Transaction;

/** Users and items that others delete after a call has found them. */
class DeletedDuringACallIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private Metarec metarec;

  @BeforeEach
  void publish() {
    DATABASE.run(TinyMovieGraph.DATA);
    metarec = new Metarec(DATABASE.service(), Path.of("no", "natives"));
    DATABASE.listen(metarec.changes());
    TinyModel.publish(DATABASE, metarec.store(), "metarec", "rotate", 1);
  }

  @AfterEach
  void stopListening() {
    DATABASE.stopListening(metarec.changes());
  }

  private static void delete(String id) {
    CompletableFuture.runAsync(
            () -> DATABASE.run("MATCH (node {id: '%s'}) DETACH DELETE node".formatted(id)))
        .join();
  }

  /**
   * The users that are adapted, all in one batch.
   *
   * @param reading asked before the interactions of each are read
   * @param adapting asked before the weights of each are computed
   */
  private List<Long> adapted(Progress reading, Progress adapting) {
    try (Workers workers = new Workers(1)) {
      WeightDevice device = new WeightDevice.Processor(workers, adapting);
      UserAdaptation adaptation = new UserAdaptation(metarec, AdaptConfig.DEFAULTS, device);
      return DATABASE.read(tx -> adaptation.adaptStale(tx, "User", reading)).stream()
          .map(UserAdaptation.Adapted::nodeId)
          .toList();
    }
  }

  private static List<Long> usersBut(String id) {
    return DATABASE.read(
        tx ->
            tx
                .execute(
                    "MATCH (user:User)-[:CLICKED]->() WHERE user.id <> $id"
                        + " RETURN DISTINCT id(user) AS node ORDER BY node",
                    Map.of("id", id))
                .stream()
                .map(row -> (Long) row.get("node"))
                .collect(Collectors.toList()));
  }

  @Test
  void aUserWhoseInteractionsWereToBeReadHasNoRow() {
    List<Long> others = usersBut("u3");

    assertThat(adapted(() -> delete("u3"), Progress.NONE))
        .containsExactlyInAnyOrderElementsOf(others);
  }

  @Test
  void aUserWhoseWeightsWereToBeStoredHasNoRow() {
    List<Long> others = usersBut("u3");

    assertThat(adapted(Progress.NONE, () -> delete("u3")))
        .containsExactlyInAnyOrderElementsOf(others);
  }

  @Test
  void anItemAskedAboutIsNotThere() {
    UserArguments arguments =
        new UserArguments("metarec", "u1", List.of(), Optional.of(List.of("m3", "m4")));
    DATABASE.inspect(
        tx ->
            assertThatThrownBy(
                    () -> UserRequest.of(deleting(tx, "m4", "m3"), metarec.catalog(), arguments))
                .isInstanceOf(GraphMismatchException.class)
                .hasMessageContaining("no Movie has id 'm3'"));
  }

  @Test
  void aUserAskedAboutIsNotThere() {
    UserArguments arguments =
        new UserArguments("metarec", "u3", List.of(), Optional.of(List.of("m4")));
    DATABASE.inspect(
        tx ->
            assertThatThrownBy(
                    () -> UserRequest.of(deleting(tx, "m4", "u3"), metarec.catalog(), arguments))
                .isInstanceOf(GraphMismatchException.class)
                .hasMessageContaining("no User has id 'u3'"));
  }

  /** A transaction that looks a node up when another that it has found is deleted. */
  private static Transaction deleting(Transaction tx, String lookedUp, String deleted) {
    Watched.Watcher deleting =
        (method, arguments) -> {
          if (method.equals("findNodes") && arguments.contains(lookedUp)) {
            delete(deleted);
          }
        };
    return Watched.by(deleting, Transaction.class, tx);
  }
}
