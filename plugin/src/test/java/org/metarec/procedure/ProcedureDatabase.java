package org.metarec.procedure;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.metarec.procedure.training.EstimateProcedure;
import org.metarec.procedure.training.SchemaProcedure;
import org.metarec.procedure.training.TrainProcedure;
import org.metarec.procedure.user.AdaptProcedure;
import org.metarec.procedure.user.ExplainProcedure;
import org.metarec.procedure.user.RecommendProcedure;
import org.metarec.procedure.user.ScoreProcedure;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyMovieGraph;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/**
 * A server with all procedures, spoken to over Bolt as a user does: one for all test classes, and
 * for each class {@link TinyMovieGraph} without any model. {@code @RegisterExtension static final
 * ProcedureDatabase DATABASE = new ProcedureDatabase()}.
 */
final class ProcedureDatabase implements BeforeAllCallback {
  private Server server;

  /** Lives until the last test has run. */
  private record Server(Neo4j neo4j, Driver driver) implements AutoCloseable {

    static Server start() {
      Neo4j neo4j =
          Neo4jBuilders.newInProcessBuilder()
              .withProcedure(SchemaProcedure.class)
              .withProcedure(EstimateProcedure.class)
              .withProcedure(TrainProcedure.class)
              .withProcedure(AdaptProcedure.class)
              .withProcedure(RecommendProcedure.class)
              .withProcedure(ScoreProcedure.class)
              .withProcedure(ExplainProcedure.class)
              .withProcedure(SimilarProcedure.class)
              .withProcedure(CompleteProcedure.class)
              .withProcedure(ModelProcedure.class)
              .withProcedure(ProgressProcedure.class)
              .withFunction(VersionFunction.class)
              .withFunction(EmbeddingFunction.class)
              .build();
      return new Server(neo4j, GraphDatabase.driver(neo4j.boltURI(), AuthTokens.none()));
    }

    @Override
    public void close() {
      driver.close();
      neo4j.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    server =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(ProcedureDatabase.class))
            .getOrComputeIfAbsent(Server.class, key -> Server.start(), Server.class);
    startAnew();
  }

  /** Leaves {@link TinyMovieGraph} without any model. */
  void startAnew() {
    clear();
    TinyMovieGraph.create(graph());
  }

  /** Removes all nodes, models among them, and all constraints. */
  void clear() {
    EmptyDatabase.clear(graph());
  }

  /** The graph itself, beside Bolt. */
  GraphDatabaseService graph() {
    return server.neo4j().defaultDatabaseService();
  }

  /** What Neo4j has written to its log since it was started. */
  String log() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    server.neo4j().printLogs(new PrintStream(text, true, StandardCharsets.UTF_8));
    return text.toString(StandardCharsets.UTF_8);
  }

  Driver driver() {
    return server.driver();
  }

  /** All rows of a query in a transaction of its own. */
  List<Record> rows(String query, Map<String, Object> parameters) {
    try (var session = driver().session()) {
      return session.run(query, parameters).list();
    }
  }

  List<Record> rows(String query) {
    return rows(query, Map.of());
  }

  /** The only column of a query, of texts. */
  List<String> texts(String query) {
    return rows(query).stream().map(row -> row.get(0).asString()).toList();
  }

  /** The first row of a query. */
  Record row(String query) {
    return rows(query).get(0);
  }

  /** Trains the model that most tests ask: small, and quick to learn. */
  void train() {
    rows("CALL metarec.train({epochs: 20, metaEpochs: 10, embeddingDimension: 8})");
  }
}
