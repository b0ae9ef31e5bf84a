package org.metarec.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** A database in this process that can be set back to {@link TinyMovieGraph}. */
public final class TinyMovieDatabase implements AutoCloseable {
  private final Neo4j neo4j = Neo4jBuilders.newInProcessBuilder().withDisabledServer().build();

  public TinyMovieDatabase() {
    TinyMovieGraph.CONSTRAINTS.forEach(this::run);
  }

  public GraphDatabaseService service() {
    return neo4j.defaultDatabaseService();
  }

  public Neo4j neo4j() {
    return neo4j;
  }

  /** Deletes whatever is there and makes the graph anew. */
  public void reset() {
    run("MATCH (node) DETACH DELETE node");
    run(TinyMovieGraph.DATA);
  }

  /** Runs Cypher text in a transaction of its own. */
  public void run(String cypher) {
    service().executeTransactionally(cypher);
  }

  /**
   * Labels and keys of all nodes, as sorted text; equal texts mean equal graphs in that respect.
   */
  public List<String> labelsAndKeys() {
    try (Transaction tx = service().beginTx();
        var nodes = tx.getAllNodes()) {
      return nodes.stream().map(TinyMovieDatabase::labelsAndKeys).sorted().toList();
    }
  }

  private static String labelsAndKeys(Node node) {
    Map<String, Object> properties = new TreeMap<>(node.getAllProperties());
    TreeSet<String> labels = new TreeSet<>();
    node.getLabels().forEach(label -> labels.add(label.name()));
    return labels + " " + properties.keySet();
  }

  @Override
  public void close() {
    neo4j.close();
  }
}
