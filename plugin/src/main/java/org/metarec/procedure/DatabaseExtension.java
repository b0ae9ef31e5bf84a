package org.metarec.procedure;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.metarec.graph.store.ModelStore;
import org.metarec.graph.store.StemProperties;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.kernel.extension.ExtensionFactory;
import org.neo4j.kernel.extension.ExtensionType;
import org.neo4j.kernel.extension.context.ExtensionContext;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.kernel.lifecycle.Lifecycle;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;
import org.neo4j.logging.Log;
import org.neo4j.logging.internal.LogService;

/**
 * Makes one {@link Metarec} for each database that starts, has it told of commits, and has it read
 * the model that the first call is likely to ask for, and asks that call. All goes when the
 * database stops.
 */
public final class DatabaseExtension extends ExtensionFactory<DatabaseExtension.Dependencies> {

  /** What Neo4j is asked for. */
  public interface Dependencies {
    GraphDatabaseService database();

    DatabaseManagementService databases();

    Config config();

    LogService logs();
  }

  public DatabaseExtension() {
    super(ExtensionType.DATABASE, "metarec-database");
  }

  /** That of a database that has started; from this call on it is told of commits. */
  static Metarec of(GraphDatabaseAPI database) {
    Listening listening = database.getDependencyResolver().resolveDependency(Listening.class);
    listening.keepListening();
    return listening.metarec;
  }

  @Override
  public Lifecycle newInstance(ExtensionContext context, Dependencies dependencies) {
    return new Listening(dependencies);
  }

  /**
   * Listens from before the first transaction on, since Neo4j tells of a commit only who listened
   * when it began. Where there is no model it stops soon, until the first call: for a listener
   * Neo4j notes what each transaction changes.
   */
  private static final class Listening extends LifecycleAdapter {
    private static final long PATIENCE_MILLIS = TimeUnit.MINUTES.toMillis(10);

    private final Dependencies dependencies;
    private final GraphDatabaseService database;
    private final Metarec metarec;
    private final Log log;
    private boolean isListening;
    private boolean isCalled;
    private boolean isStopped;

    Listening(Dependencies dependencies) {
      this.dependencies = dependencies;
      this.database = dependencies.database();
      Path data = dependencies.config().get(GraphDatabaseSettings.data_directory);
      this.metarec = new Metarec(database, data.resolve("metarec"));
      this.log = dependencies.logs().getUserLog(DatabaseExtension.class);
    }

    /** Neo4j allows no listener on the system database. */
    private boolean isSystem() {
      return database.databaseName().equals(GraphDatabaseSettings.SYSTEM_DATABASE_NAME);
    }

    @Override
    public void start() {
      if (!isSystem()) {
        listen();
        Thread thread = new Thread(this::begin, "metarec-start");
        thread.setDaemon(true);
        thread.start(); // transactions come later than this
      }
    }

    private void begin() {
      try {
        if (database.isAvailable(PATIENCE_MILLIS) && hasModel()) {
          metarec.catalog().readAhead(ModelStore.DEFAULT_NAME);
          FirstCall.answered(metarec, log);
        } else {
          stopUnlessCalled();
        }
      } catch (RuntimeException failure) {
        if (database.isAvailable()) { // else it is stopping; it listens on, which costs little
          throw failure;
        }
      }
    }

    private boolean hasModel() {
      try (Transaction tx = database.beginTx()) {
        return !StemProperties.inUse(tx).isEmpty();
      }
    }

    private synchronized void keepListening() {
      isCalled = true;
      listen();
    }

    private synchronized void listen() {
      if (!isListening && !isStopped && !isSystem()) {
        dependencies
            .databases()
            .registerTransactionEventListener(database.databaseName(), metarec.changes());
        isListening = true;
      }
    }

    private synchronized void stopUnlessCalled() {
      if (!isCalled) {
        stopListening();
      }
    }

    private void stopListening() {
      if (isListening) {
        dependencies
            .databases()
            .unregisterTransactionEventListener(database.databaseName(), metarec.changes());
        isListening = false;
      }
    }

    @Override
    public synchronized void stop() {
      isStopped = true;
      stopListening();
      metarec.catalog().forgetAll();
    }
  }
}
