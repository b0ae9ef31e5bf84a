package org.metarec.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Record;

/** The process is killed, as by kill -9, while a second model is written over the first. */
class KilledServerIT {
  private static final String TRAIN =
      "CALL metarec.train({epochs: 1, metaEpochs: 1, embeddingDimension: 4, negativeSamples: 1})"
          + " YIELD modelVersion";

  /** Enough nodes for the writing to take several transactions. */
  private static final String GRAPH =
      """
      UNWIND range(0, 19999) AS number
      CREATE (:User {id: number})-[:CLICKED]->(:Film {id: number})-[:IN_GENRE]->(:Genre {id: number})
      """;

  @TempDir static Path home;

  private static List<Record> run(MetarecServer server, String query) {
    return server.driver().executableQuery(query).execute().records();
  }

  private static String version(MetarecServer server) {
    return run(server, "CALL metarec.model.list()").get(0).get("modelVersion").asString();
  }

  private static Set<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  @Test
  void theOldOrTheNewModelServesWholeAndTheNextTrainingMendsTheRest() throws IOException {
    Set<Long> before = children();
    MetarecServer killed = FreshServer.start(home);
    run(killed, GRAPH);
    run(killed, TRAIN);
    String old = version(killed);
    CompletableFuture<List<Record>> training =
        CompletableFuture.supplyAsync(() -> run(killed, TRAIN));
    awaitWriting(killed, training);
    ProcessHandle.current()
        .children()
        .filter(child -> !before.contains(child.pid()))
        .forEach(ProcessHandle::destroyForcibly);
    assertThatThrownBy(training::join).isInstanceOf(CompletionException.class);
    killed.close();

    try (MetarecServer server = FreshServer.start(home)) {
      assertThat(version(server)).isGreaterThanOrEqualTo(old);
      assertWhole(server);
      run(server, TRAIN);
      assertThat(version(server)).isGreaterThan(old);
      assertWhole(server);
    }
  }

  private static void awaitWriting(MetarecServer server, CompletableFuture<List<Record>> training) {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
    String writing = "CALL metarec.progress() YIELD task WHERE task CONTAINS 'writing' RETURN task";
    while (run(server, writing).isEmpty() && !training.isDone()) {
      assertThat(Instant.now()).isBefore(deadline);
    }
  }

  /** Every node has an embedding of the live slot, and a user is answered. */
  private static void assertWhole(MetarecServer server) {
    Record model = run(server, "CALL metarec.model.list()").get(0);
    String property = model.get("embeddingProperty").asString();
    String bearing =
        "MATCH (n) WHERE size(n.`%s`) = 8 RETURN count(n) AS nodes".formatted(property);
    assertThat(run(server, bearing).get(0).get("nodes").asLong())
        .isEqualTo(model.get("nodeCount").asLong())
        .isEqualTo(60_000);
    String recommendation = "MATCH (user:User {id: 7}) CALL metarec.recommend(user) YIELD item";
    assertThat(run(server, recommendation + " RETURN item.id")).hasSize(10);
  }
}
