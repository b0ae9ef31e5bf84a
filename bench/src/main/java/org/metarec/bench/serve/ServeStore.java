package org.metarec.bench.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.Heap;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelStore;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/**
 * A store with films and a model of them, to which hubs that the training did not see are added.
 */
record ServeStore(Path home, FilmGraph films, FilmHubs hubs) {
  private static final String VECTOR_INDEX =
      """
      CREATE VECTOR INDEX films IF NOT EXISTS FOR (film:Movie) ON film.rotate_a
      OPTIONS {indexConfig: {`vector.dimensions`: %d, `vector.similarity_function`: 'cosine'}}
      """;

  private static final String HIDDEN = "hidden";

  private static final Map<String, Object> SHORT =
      Map.of("epochs", 1L, "metaEpochs", 1L, "negativeSamples", 2L);

  /** What is done while Neo4j runs. */
  interface Use {
    void with(ServeClient client) throws Exception;
  }

  /**
   * Fills the store and trains, if it is not there.
   *
   * @param given a config of {@code metarec.train}, in place of a training that ends soon
   * @param hasIndex whether a new store gets a vector index of the embeddings
   * @throws IllegalArgumentException if the store is there, and a config is given
   */
  void prepare(Map<String, Object> given, boolean hasIndex) {
    if (!Files.exists(home.resolve("data"))) {
      Map<String, Object> training = new HashMap<>(SHORT);
      training.putAll(given);
      fill(training, hasIndex);
    } else if (!given.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is trained already; leave %s out, or name a new folder"
              .formatted(home, given.keySet()));
    }
  }

  private void fill(Map<String, Object> training, boolean hasIndex) {
    try (EmbeddedGraph graph = new EmbeddedGraph(home)) {
      films.fill(graph.database(), 1);
      System.err.println("graph written");
      Map<String, Object> row = graph.call("CALL metarec.train($config)", training);
      System.err.printf("trained: %s%n", row);
      if (hasIndex) {
        addVectorIndex(graph.database(), training);
      }
    }
  }

  private static void addVectorIndex(GraphDatabaseService database, Map<String, Object> training) {
    int floats = 2 * ((Number) training.getOrDefault("embeddingDimension", 64L)).intValue();
    database.executeTransactionally(VECTOR_INDEX.formatted(floats));
    try (Transaction tx = database.beginTx()) {
      tx.schema().awaitIndexesOnline(30, TimeUnit.MINUTES);
    }
  }

  /** What a run that did not end has left. */
  void tidy() {
    write(ServeStore::showModel);
    deleteHubs();
  }

  void deleteHubs() {
    write(hubs::delete);
  }

  /**
   * From when Neo4j is up until its first request is answered, of a client that starts then.
   *
   * @return nanoseconds
   */
  long firstAnswer() {
    try (EmbeddedGraph graph = new EmbeddedGraph(home, true)) {
      long up = System.nanoTime();
      try (Driver driver = GraphDatabase.driver(graph.boltAddress())) {
        new ServeClient(driver, films).request(ServeRoute.METAREC);
        return System.nanoTime() - up;
      }
    }
  }

  /** Bytes of heap that a first request takes: Neo4j starts without that model, and gets it. */
  long modelBytes() throws Exception {
    write(ServeStore::hideModel);
    try (EmbeddedGraph graph = new EmbeddedGraph(home, true);
        Driver driver = GraphDatabase.driver(graph.boltAddress())) {
      ServeClient client = new ServeClient(driver, films);
      client.request(ServeRoute.LOOKUP); // what Cypher itself keeps is no item's
      long before = Heap.used();
      showModel(graph.database());
      client.request(ServeRoute.METAREC);
      return Heap.used() - before;
    } finally {
      write(ServeStore::showModel);
    }
  }

  private static void hideModel(GraphDatabaseService database) {
    rename(database, ModelStore.DEFAULT_NAME, HIDDEN);
  }

  private static void showModel(GraphDatabaseService database) {
    rename(database, HIDDEN, ModelStore.DEFAULT_NAME);
  }

  private static void rename(GraphDatabaseService database, String name, String newName) {
    try (Transaction tx = database.beginTx();
        var models = tx.findNodes(ModelNode.LABEL, "name", name)) {
      models.stream().forEach(model -> model.setProperty("name", newName));
      tx.commit();
    }
  }

  /** In a start of its own, so that what is measured afterwards does not wait for it. */
  void write(Consumer<GraphDatabaseService> writing) {
    try (EmbeddedGraph graph = new EmbeddedGraph(home)) {
      writing.accept(graph.database());
    }
  }

  /** Starts Neo4j, and stops it in the end. */
  void serve(Use use) throws Exception {
    try (EmbeddedGraph graph = new EmbeddedGraph(home, true);
        Driver driver = GraphDatabase.driver(graph.boltAddress())) {
      ServeClient client = new ServeClient(driver, films);
      client.request(ServeRoute.METAREC); // nothing is measured while the model is read
      use.with(client);
    }
  }
}
