package org.metarec.procedure;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.event.DatabaseEventContext;
import org.neo4j.graphdb.event.DatabaseEventListenerAdapter;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.extension.ExtensionFactory;
import org.neo4j.kernel.extension.ExtensionType;
import org.neo4j.kernel.extension.context.ExtensionContext;
import org.neo4j.kernel.lifecycle.Lifecycle;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;

/**
 * Gives the procedures what outlives a call. Neo4j finds this class by its service file when it
 * starts; registering in {@code init} is early enough for the procedures that want {@link Metarec}.
 */
public final class MetarecExtension extends ExtensionFactory<MetarecExtension.Dependencies> {

  /** What Neo4j is asked for. */
  public interface Dependencies {
    GlobalProcedures procedures();

    DatabaseManagementService databases();

    Config config();
  }

  public MetarecExtension() {
    super(ExtensionType.GLOBAL, "metarec");
  }

  @Override
  public Lifecycle newInstance(ExtensionContext context, Dependencies dependencies) {
    return new Components(dependencies);
  }

  /** One {@link Metarec} a database, made by its first call; gone when the database stops. */
  private static final class Components extends LifecycleAdapter {
    private final Dependencies dependencies;
    private final Path nativesFolder;
    private final Map<String, Metarec> byDatabase = new HashMap<>();
    private boolean isListening;

    Components(Dependencies dependencies) {
      this.dependencies = dependencies;
      this.nativesFolder =
          dependencies.config().get(GraphDatabaseSettings.data_directory).resolve("metarec");
    }

    @Override
    public void init() {
      dependencies
          .procedures()
          .registerComponent(Metarec.class, call -> of(call.graphDatabaseAPI()), true);
    }

    /** A database that was stopped or replaced by one of the same name is another object. */
    private synchronized Metarec of(GraphDatabaseService database) {
      Metarec known = byDatabase.get(database.databaseName());
      if (known != null && known.isOf(database)) {
        return known;
      }
      listen();
      forget(database.databaseName());
      Metarec fresh = new Metarec(database, nativesFolder);
      dependencies
          .databases()
          .registerTransactionEventListener(database.databaseName(), fresh.changes());
      byDatabase.put(database.databaseName(), fresh);
      return fresh;
    }

    /** Not before the first call: when this is made, there are no databases yet. */
    private void listen() {
      if (!isListening) {
        isListening = true;
        dependencies
            .databases()
            .registerDatabaseEventListener(
                new DatabaseEventListenerAdapter() {
                  @Override
                  public void databaseShutdown(DatabaseEventContext stopped) {
                    forget(stopped.getDatabaseName());
                  }
                });
      }
    }

    /** With all its models, which take more memory than all else. */
    private synchronized void forget(String databaseName) {
      Metarec gone = byDatabase.remove(databaseName);
      if (gone != null) {
        dependencies.databases().unregisterTransactionEventListener(databaseName, gone.changes());
      }
    }
  }
}
