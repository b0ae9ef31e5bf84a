package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metarec.graph.store.ModelStore;
import org.metarec.graph.store.Publication;
import org.metarec.procedure.user.RecommendProcedure;
import org.metarec.testing.Soon;
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

/** The first call since a start. */
class FirstCallIT {

  @TempDir Path home;

  private Set<Thread> readersOfOthers;
  private DatabaseManagementService started;
  private GraphDatabaseService graph;

  @BeforeEach
  void startWithAModel() throws Exception {
    DatabaseManagementService before = new DatabaseManagementServiceBuilder(home).build();
    publish(before.database("neo4j"));
    before.shutdown();
    readersOfOthers = threads("metarec-items");
    started = new DatabaseManagementServiceBuilder(home).build();
    graph = started.database("neo4j");
    ((GraphDatabaseAPI) graph)
        .getDependencyResolver()
        .resolveDependency(GlobalProcedures.class)
        .registerProcedure(RecommendProcedure.class);
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

  @AfterEach
  void stop() {
    started.shutdown();
  }

  /** So what cannot be read any more is in memory. */
  @Test
  void theModelIsReadBeforeAnybodyAsks() {
    assertThat(Soon.comesTrue(this::hasRead)).isTrue();
    graph.executeTransactionally("MATCH (movie:Movie) REMOVE movie.rotate_item_a");

    assertThat(films("{excludeSeen: false, topK: 3}")).hasSize(3);
  }

  private boolean hasRead() {
    return threads("metarec-items").stream()
        .filter(thread -> !readersOfOthers.contains(thread))
        .flatMap(thread -> Arrays.stream(thread.getStackTrace()))
        .anyMatch(frame -> frame.getMethodName().equals("getTask")); // it waits for more to do
  }

  @Test
  void whatIsBeingCommittedThenCountsAfterwards() {
    threads("metarec-start").forEach(Uninterruptibles::joinUninterruptibly); // then it listens
    var calling =
        new TransactionEventListenerAdapter<Object>() {
          @Override
          public Object beforeCommit(
              TransactionData data, Transaction tx, GraphDatabaseService database) {
            assertThat(CompletableFuture.supplyAsync(() -> films("{newOnly: true}")).join())
                .isEmpty();
            return null;
          }
        };
    started.registerTransactionEventListener("neo4j", calling);
    graph.executeTransactionally("CREATE (:Movie {id: 'm99'})");

    assertThat(films("{newOnly: true}")).containsExactly("m99");
  }

  private static Set<Thread> threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .collect(Collectors.toSet());
  }

  private List<String> films(String config) {
    try (Transaction tx = graph.beginTx()) {
      return tx
          .execute(
              "CALL metarec.recommend('u1', %s) YIELD item RETURN item.id AS id".formatted(config))
          .stream()
          .map(row -> (String) row.get("id"))
          .toList();
    }
  }
}
