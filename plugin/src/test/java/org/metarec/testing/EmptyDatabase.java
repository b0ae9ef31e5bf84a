package org.metarec.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.ConstraintDefinition;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/**
 * A database without a server, one for all tests of a class and empty at the start of each:
 * {@code @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase()}.
 */
public final class EmptyDatabase implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private Neo4j neo4j;

  public GraphDatabaseService service() {
    return neo4j.defaultDatabaseService();
  }

  /** Runs statements, each in a transaction of its own. */
  public void run(String... statements) {
    List.of(statements).forEach(service()::executeTransactionally);
  }

  /** What a query finds, read in a transaction that is rolled back. */
  public <T> T read(Function<Transaction, T> query) {
    try (Transaction tx = service().beginTx()) {
      return query.apply(tx);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    neo4j = Neo4jBuilders.newInProcessBuilder().withDisabledServer().build();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    run("MATCH (node) DETACH DELETE node");
    try (Transaction tx = service().beginTx()) {
      List<ConstraintDefinition> constraints = new ArrayList<>();
      tx.schema().getConstraints().forEach(constraints::add);
      constraints.forEach(ConstraintDefinition::drop);
      tx.commit();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    neo4j.close();
  }
}
