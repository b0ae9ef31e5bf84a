package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metarec.graph.store.ModelStore;
import org.metarec.graph.store.Publication;
import org.metarec.procedure.user.RecommendProcedure;
import org.metarec.testing.TinyModel;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.triple.Progress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.graphdb.event.TransactionEventListenerAdapter;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** The first call since a start, made while a transaction is being committed. */
class FirstCallIT {

  @TempDir static Path home;

  @Test
  void whatIsBeingCommittedThenCountsAfterwards() throws Exception {
    DatabaseManagementService before = new DatabaseManagementServiceBuilder(home).build();
    publish(before.database("neo4j"));
    before.shutdown();
    DatabaseManagementService started = new DatabaseManagementServiceBuilder(home).build();
    try {
      GraphDatabaseService graph = started.database("neo4j");
      register(graph);
      waitUntilListening();
      var calling =
          new TransactionEventListenerAdapter<Object>() {
            @Override
            public Object beforeCommit(
                TransactionData data, Transaction tx, GraphDatabaseService database) {
              assertThat(CompletableFuture.supplyAsync(() -> newFilms(graph)).join()).isEmpty();
              return null;
            }
          };
      started.registerTransactionEventListener("neo4j", calling);
      graph.executeTransactionally("CREATE (:Movie {id: 'm99'})");

      assertThat(newFilms(graph)).containsExactly("m99");
    } finally {
      started.shutdown();
    }
  }

  private static void register(GraphDatabaseService graph) throws Exception {
    ((GraphDatabaseAPI) graph)
        .getDependencyResolver()
        .resolveDependency(GlobalProcedures.class)
        .registerProcedure(RecommendProcedure.class);
  }

  /** Without anybody having called: a model is there. */
  private static void waitUntilListening() {
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("metarec-start"))
        .forEach(Uninterruptibles::joinUninterruptibly);
  }

  private static void publish(GraphDatabaseService graph) {
    graph.executeTransactionally(TinyMovieGraph.DATA);
    ModelStore store = new ModelStore(graph, Clock.systemUTC());
    store.claim("metarec", "rotate", Progress.NONE);
    try (Transaction tx = graph.beginTx()) {
      Publication publication = TinyModel.publication(tx, "metarec", "rotate", 1);
      store.publish(publication, Progress.NONE);
    }
  }

  private static List<String> newFilms(GraphDatabaseService graph) {
    try (Transaction tx = graph.beginTx()) {
      return tx
          .execute("CALL metarec.recommend('u1', {newOnly: true}) YIELD item RETURN item.id AS id")
          .stream()
          .map(row -> (String) row.get("id"))
          .toList();
    }
  }
}
