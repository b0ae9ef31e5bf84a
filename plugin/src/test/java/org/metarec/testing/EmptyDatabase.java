package org.metarec.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.TransactionEventListener;
import org.neo4j.graphdb.schema.ConstraintDefinition;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/**
 * A database without a server, empty at the start of each test: {@code @RegisterExtension static
 * final EmptyDatabase DATABASE = new EmptyDatabase()}. All test classes share one, since Neo4j
 * takes ten seconds to stop.
 */
public final class EmptyDatabase implements BeforeAllCallback, AfterEachCallback {
  private Neo4j neo4j;

  public GraphDatabaseService service() {
    return neo4j.defaultDatabaseService();
  }

  /** Runs statements, each in a transaction of its own. */
  public void run(String... statements) {
    List.of(statements).forEach(service()::executeTransactionally);
  }

  /** Runs statements while a listener is told of all that is committed. */
  public void runHeardBy(TransactionEventListener<?> listener, String... statements) {
    listen(listener);
    try {
      run(statements);
    } finally {
      stopListening(listener);
    }
  }

  /** What a query finds, read in a transaction that is rolled back. */
  public <T> T read(Function<Transaction, T> query) {
    try (Transaction tx = service().beginTx()) {
      return query.apply(tx);
    }
  }

  /** Looks at the database in a transaction that is rolled back. */
  public void inspect(Consumer<Transaction> inspection) {
    try (Transaction tx = service().beginTx()) {
      inspection.accept(tx);
    }
  }

  /** Has a listener told of all that is committed from now on. */
  public void listen(TransactionEventListener<?> listener) {
    neo4j.databaseManagementService().registerTransactionEventListener("neo4j", listener);
  }

  public void stopListening(TransactionEventListener<?> listener) {
    neo4j.databaseManagementService().unregisterTransactionEventListener("neo4j", listener);
  }

  /**
   * Labels and keys of all nodes, as sorted text; equal texts mean equal graphs in that respect.
   */
  public List<String> labelsAndKeys() {
    try (Transaction tx = service().beginTx();
        var nodes = tx.getAllNodes()) {
      return nodes.stream().map(EmptyDatabase::labelsAndKeys).sorted().toList();
    }
  }

  private static String labelsAndKeys(Node node) {
    Map<String, Object> properties = new TreeMap<>(node.getAllProperties());
    TreeSet<String> labels = new TreeSet<>();
    node.getLabels().forEach(label -> labels.add(label.name()));
    return labels + " " + properties.keySet();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    neo4j =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(EmptyDatabase.class))
            .getOrComputeIfAbsent(Neo4j.class, key -> start(), Neo4j.class);
  }

  private static Neo4j start() {
    return Neo4jBuilders.newInProcessBuilder().withDisabledServer().build();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    clear(service());
  }

  /** Removes all nodes, models among them, and all constraints. */
  public static void clear(GraphDatabaseService database) {
    database.executeTransactionally("MATCH (node) DETACH DELETE node");
    try (Transaction tx = database.beginTx()) {
      List<ConstraintDefinition> constraints = new ArrayList<>();
      tx.schema().getConstraints().forEach(constraints::add);
      constraints.forEach(ConstraintDefinition::drop);
      tx.commit();
    }
  }
}
