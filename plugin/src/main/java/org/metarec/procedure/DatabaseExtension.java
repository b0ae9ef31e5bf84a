package org.metarec.procedure;

import java.nio.file.Path;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.kernel.extension.ExtensionFactory;
import org.neo4j.kernel.extension.ExtensionType;
import org.neo4j.kernel.extension.context.ExtensionContext;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.kernel.lifecycle.Lifecycle;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;

/**
 * Makes one {@link Metarec} for each database that starts, and has it told of every commit: from
 * the first one on, for Neo4j tells of a commit only those who listened when it began. All goes
 * when the database stops.
 */
public final class DatabaseExtension extends ExtensionFactory<DatabaseExtension.Dependencies> {

  /** What Neo4j is asked for. */
  public interface Dependencies {
    GraphDatabaseService database();

    DatabaseManagementService databases();

    Config config();
  }

  public DatabaseExtension() {
    super(ExtensionType.DATABASE, "metarec-database");
  }

  /** That of a database that has started. */
  static Metarec of(GraphDatabaseAPI database) {
    return database.getDependencyResolver().resolveDependency(Listening.class).metarec;
  }

  @Override
  public Lifecycle newInstance(ExtensionContext context, Dependencies dependencies) {
    return new Listening(dependencies);
  }

  /** Listens while the database runs. */
  private static final class Listening extends LifecycleAdapter {
    private final Dependencies dependencies;
    private final Metarec metarec;

    Listening(Dependencies dependencies) {
      this.dependencies = dependencies;
      Path data = dependencies.config().get(GraphDatabaseSettings.data_directory);
      this.metarec = new Metarec(dependencies.database(), data.resolve("metarec"));
    }

    private String name() {
      return dependencies.database().databaseName();
    }

    private boolean isSystem() {
      return name().equals(GraphDatabaseSettings.SYSTEM_DATABASE_NAME); // nobody may listen to it
    }

    @Override
    public void start() {
      if (!isSystem()) {
        dependencies.databases().registerTransactionEventListener(name(), metarec.changes());
      }
    }

    @Override
    public void stop() {
      if (!isSystem()) {
        dependencies.databases().unregisterTransactionEventListener(name(), metarec.changes());
      }
    }
  }
}
