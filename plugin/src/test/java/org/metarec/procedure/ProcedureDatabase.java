package org.metarec.procedure;

import java.util.List;
import java.util.Map;
import org.metarec.testing.TinyMovieGraph;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** A server with all procedures, spoken to over Bolt as a user does. */
final class ProcedureDatabase implements AutoCloseable {
  private final Neo4j server;
  private final Driver driver;

  ProcedureDatabase() {
    server =
        Neo4jBuilders.newInProcessBuilder()
            .withProcedure(ModelProcedure.class)
            .withProcedure(ProgressProcedure.class)
            .withFunction(VersionFunction.class)
            .build();
    driver = GraphDatabase.driver(server.boltURI(), AuthTokens.none());
  }

  /** A server whose graph is {@link TinyMovieGraph}. */
  static ProcedureDatabase withTinyMovieGraph() {
    ProcedureDatabase database = new ProcedureDatabase();
    TinyMovieGraph.create(database.graph());
    return database;
  }

  /** The graph itself, beside Bolt. */
  GraphDatabaseService graph() {
    return server.defaultDatabaseService();
  }

  Driver driver() {
    return driver;
  }

  /** All rows of a query in a transaction of its own. */
  List<Record> rows(String query, Map<String, Object> parameters) {
    try (var session = driver.session(SessionConfig.forDatabase("neo4j"))) {
      return session.run(query, parameters).list();
    }
  }

  List<Record> rows(String query) {
    return rows(query, Map.of());
  }

  /** The one row of a query. */
  Record row(String query) {
    return rows(query).get(0);
  }

  @Override
  public void close() {
    driver.close();
    server.close();
  }
}
