package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.metarec.graph.store.ModelStore;
import org.metarec.graph.store.Publication;
import org.metarec.procedure.user.RecommendProcedure;
import org.metarec.testing.TinyModel;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.graphdb.event.TransactionEventListenerAdapter;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** The first call since a start, made while a transaction is being committed. */
class FirstCallIT {

  @Test
  void whatIsBeingCommittedThenCountsAfterwards() {
    try (Neo4j neo4j =
        Neo4jBuilders.newInProcessBuilder()
            .withDisabledServer()
            .withProcedure(RecommendProcedure.class)
            .build()) {
      GraphDatabaseService graph = neo4j.defaultDatabaseService();
      publish(graph);
      var calling =
          new TransactionEventListenerAdapter<Object>() {
            @Override
            public Object beforeCommit(
                TransactionData data, Transaction tx, GraphDatabaseService database) {
              assertThat(CompletableFuture.supplyAsync(() -> newFilms(graph)).join()).isEmpty();
              return null;
            }
          };
      neo4j.databaseManagementService().registerTransactionEventListener("neo4j", calling);
      graph.executeTransactionally("CREATE (:Movie {id: 'm99'})");

      assertThat(newFilms(graph)).containsExactly("m99");
    }
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
