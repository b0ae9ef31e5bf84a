package org.metarec.bench.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** Neo4j with the plugin, in this process, on a store that stays. */
public final class EmbeddedGraph implements AutoCloseable {
  /** Functions of Neo4j's own library, which only {@code bench/run gds} has. */
  private static final List<String> GDS = List.of("gds.*");

  private static final long PAGE_CACHE = ByteUnit.gibiBytes(2);

  private final DatabaseManagementService service;
  private final GraphDatabaseService database;

  public EmbeddedGraph(Path home) {
    this(home, false);
  }

  /**
   * Starts it; {@code LOAD CSV} reads from the folder {@code import} of its home.
   *
   * @param bolt whether it answers drivers, see {@link #boltAddress}
   */
  public EmbeddedGraph(Path home, boolean bolt) {
    service =
        new DatabaseManagementServiceBuilder(home)
            .setConfig(GraphDatabaseSettings.pagecache_memory, PAGE_CACHE)
            .setConfig(GraphDatabaseSettings.auth_enabled, false)
            .setConfig(GraphDatabaseSettings.procedure_unrestricted, GDS)
            .setConfig(GraphDatabaseSettings.load_csv_file_url_root, home.resolve("import"))
            .setConfig(BoltConnector.enabled, bolt)
            .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
            .build();
    database = service.database("neo4j");
  }

  public GraphDatabaseService database() {
    return database;
  }

  /** Where a driver finds it, on a port that was free. */
  public String boltAddress() {
    return "bolt://"
        + ((GraphDatabaseAPI) database)
            .getDependencyResolver()
            .resolveDependency(ConnectorPortRegister.class)
            .getLocalAddress(ConnectorType.BOLT);
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
