package org.metarec.graph.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.metarec.testing.TinyMovieGraph;
import org.neo4j.graphdb.Transaction;

class StoredWeightsIT extends StoredModels {
  private static void write(ModelNode model, int fingerprint) {
    try (Transaction tx = DATABASE.service().beginTx()) {
      float[] weights = {fingerprint, fingerprint};
      StoredWeights.write(TinyMovieGraph.node(tx, "u1"), model, fingerprint, weights);
      tx.commit();
    }
  }

  @Test
  void weightsAreNeverReadUnderTheStampOfOthers() {
    ModelNode model = train("metarec", "rotate", 1);
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () -> {
              for (int turn = 0; turn < 2000; turn++) {
                write(model, turn % 2);
              }
            });

    int read = 0;
    while (!writing.isDone()) {
      read +=
          DATABASE.read(
              tx ->
                  StoredWeights.read(TinyMovieGraph.node(tx, "u1"), model, 1)
                      .map(weights -> assertThat(weights).containsExactly(1, 1))
                      .map(weights -> 1)
                      .orElse(0));
    }
    writing.join();
    assertThat(read).isPositive();
  }
}
