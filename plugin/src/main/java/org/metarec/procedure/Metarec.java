package org.metarec.procedure;

import java.nio.file.Path;
import java.time.Clock;
import org.metarec.graph.live.GraphChanges;
import org.metarec.graph.live.ModelCatalog;
import org.metarec.graph.store.ModelStore;
import org.metarec.procedure.job.Jobs;
import org.metarec.recommend.ScanSpaces;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * What outlives a call in one database; Neo4j hands it to the procedures as their context.
 * Thread-safe.
 */
public final class Metarec {
  private final GraphDatabaseService database;
  private final Path nativesFolder;
  private final Clock clock = Clock.systemUTC();
  private final Jobs jobs = new Jobs(clock);
  private final ModelStore store;
  private final GraphChanges changes = new GraphChanges();
  private final ModelCatalog catalog;
  private final ScanSpaces scanSpaces = new ScanSpaces();

  /**
   * @param nativesFolder where the tensor engine unpacks its libraries
   */
  public Metarec(GraphDatabaseService database, Path nativesFolder) {
    this.database = database;
    this.nativesFolder = nativesFolder;
    this.store = new ModelStore(database, clock);
    this.catalog = new ModelCatalog(database, store, changes);
  }

  public GraphDatabaseService database() {
    return database;
  }

  public Path nativesFolder() {
    return nativesFolder;
  }

  public Clock clock() {
    return clock;
  }

  public Jobs jobs() {
    return jobs;
  }

  public ModelStore store() {
    return store;
  }

  /** What scans write into, lent to one request at a time. */
  public ScanSpaces scanSpaces() {
    return scanSpaces;
  }

  /** To be told of every commit, from before the first model is read. */
  public GraphChanges changes() {
    return changes;
  }

  public ModelCatalog catalog() {
    return catalog;
  }
}
