package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metarec.graph.live.GraphChanges;
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
import org.neo4j.kernel.impl.query.QueryExecutionEngine;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.log4j.Log4jLogProvider;

/** The first call since a start. */
class FirstCallIT {

  @TempDir Path home;

  private DatabaseManagementService started;
  private GraphDatabaseAPI graph;

  private void startWithModel(String modelName) throws IOException {
    putIntoJar(RecommendProcedure.class);
    DatabaseManagementService before = new DatabaseManagementServiceBuilder(home).build();
    publish(before.database("neo4j"), modelName);
    before.shutdown();
    started = new DatabaseManagementServiceBuilder(home).build();
    graph = (GraphDatabaseAPI) started.database("neo4j");
  }

  /** So that it is there before the database starts, as where all of the plugin is in a jar. */
  private void putIntoJar(Class<?> procedure) throws IOException {
    String entry = procedure.getName().replace('.', '/') + ".class";
    Path plugins = Files.createDirectories(home.resolve("plugins"));
    try (var jar = new JarOutputStream(Files.newOutputStream(plugins.resolve("recommend.jar")));
        var code = procedure.getClassLoader().getResourceAsStream(entry)) {
      jar.putNextEntry(new JarEntry(entry));
      code.transferTo(jar);
    }
  }

  private static void publish(GraphDatabaseService graph, String modelName) {
    graph.executeTransactionally(TinyMovieGraph.DATA);
    ModelStore store = new ModelStore(graph, Clock.systemUTC());
    store.claim(modelName, "rotate", Progress.NONE);
    try (Transaction tx = graph.beginTx()) {
      Publication publication = TinyModel.publication(tx, modelName, "rotate", 1);
      store.publish(publication, TinyModel.UNSEEN, Progress.NONE);
    }
  }

  @AfterEach
  void stop() {
    started.shutdown();
  }

  /** Who reads it is told of commits from then on. */
  @Test
  void theModelIsReadBeforeAnybodyAsks() throws IOException {
    startWithModel("metarec");
    GraphChanges changes = DatabaseExtension.of(graph).changes();

    assertThat(Soon.comesTrue(() -> changes.listeners() == 1)).isTrue();
    assertThat(films("metarec")).isEmpty();
  }

  @Test
  void theDatabaseAsksBeforeAnybody() throws IOException {
    startWithModel("metarec");
    QueryExecutionEngine cypher =
        graph.getDependencyResolver().resolveDependency(QueryExecutionEngine.class);
    AtomicLong queries = new AtomicLong();

    assertThat(Soon.comesTrue(() -> queries.addAndGet(cypher.clearQueryCaches()) > 0)).isTrue();
    assertThat(log())
        .contains(
            "INFO", "model 'metarec' of ", "serves: its first call was answered with 9 items");
  }

  @Test
  void nobodyIsAnsweredByAModelThatNoStartReads() throws IOException {
    startWithModel("other");

    assertThat(log()).isEmpty();
  }

  @Test
  void whatNoCallWillBeAnsweredForIsInTheLogBeforeAnybodyAsks() throws IOException {
    startWithModel("metarec");
    graph.executeTransactionally("MATCH (model:_MetarecModel) SET model.format = 1");

    assertThat(log())
        .contains("WARN", "no call of model 'metarec' is answered: ", "CALL metarec.train(");
  }

  @Test
  void whereThereAreNoUsersAnyMoreNobodyIsAnswered() throws IOException {
    startWithModel("metarec");
    graph.executeTransactionally("MATCH (user:User) DETACH DELETE user");

    assertThat(log()).contains("INFO", "its first call was answered with 0 items");
  }

  /** What a call of the database's own writes into it. */
  private String log() {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try (Log4jLogProvider logs = new Log4jLogProvider(lines)) {
      FirstCall.answered(DatabaseExtension.of(graph), logs.getLog("metarec"));
    }
    return lines.toString(StandardCharsets.UTF_8);
  }

  /** Of a name that no start reads ahead. */
  @Test
  void whatIsBeingCommittedThenCountsAfterwards() throws IOException {
    startWithModel("other");
    var calling =
        new TransactionEventListenerAdapter<Object>() {
          @Override
          public Object beforeCommit(
              TransactionData data, Transaction tx, GraphDatabaseService database) {
            assertThat(CompletableFuture.supplyAsync(() -> films("other")).join()).isEmpty();
            return null;
          }
        };
    started.registerTransactionEventListener("neo4j", calling);
    graph.executeTransactionally("CREATE (:Movie {id: 'm99'})");

    assertThat(films("other")).containsExactly("m99");
  }

  /** New ones, by a model. */
  private List<String> films(String modelName) {
    try (Transaction tx = graph.beginTx()) {
      return tx
          .execute(
              """
              CALL metarec.recommend('u1', {newOnly: true, modelName: $modelName}) YIELD item
              RETURN item.id AS id
              """,
              Map.of("modelName", modelName))
          .stream()
          .map(row -> (String) row.get("id"))
          .toList();
    }
  }
}
