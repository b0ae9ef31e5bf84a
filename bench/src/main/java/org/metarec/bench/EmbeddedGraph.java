package org.metarec.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.io.ByteUnit;

/** Neo4j with the plugin, in this process, on a store that stays. */
public final class EmbeddedGraph implements AutoCloseable {
  private static final long PAGE_CACHE = ByteUnit.gibiBytes(2);

  private final DatabaseManagementService service;
  private final GraphDatabaseService database;

  public EmbeddedGraph(Path home) throws ProcedureException {
    service =
        new DatabaseManagementServiceBuilder(home)
            .setConfig(GraphDatabaseSettings.pagecache_memory, PAGE_CACHE)
            .build();
    database = service.database("neo4j");
    Plugin.addTo(database);
  }

  public GraphDatabaseService database() {
    return database;
  }

  /** The one row of a call that takes a config, by column. */
  public Map<String, Object> call(String call, Map<String, Object> config) {
    return database.executeTransactionally(
        call, Map.of("config", config), result -> new TreeMap<>(result.next()));
  }

  @Override
  public void close() {
    service.shutdown();
  }
}
