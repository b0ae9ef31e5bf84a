package org.metarec.graph.live;

import java.util.Arrays;
import java.util.Optional;
import org.metarec.graph.NodeIds;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.graph.store.ModelStore;
import org.metarec.model.EntityTable;
import org.metarec.triple.Vocabulary;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * The trained embeddings of all nodes, in memory. Immutable, shared between threads; holds 2d
 * floats a node.
 *
 * @param vocabulary the nodes by their ids; a node's entity is its row
 * @param rows the embeddings; nodes deleted since keep theirs
 */
public record LiveEmbeddings(
    ModelNode model, ModelParameters parameters, Vocabulary vocabulary, EntityTable rows) {

  /**
   * Whether a node has a trained row. Another node may have the id of a deleted one since: it must
   * still bear the embedding.
   */
  boolean hasRow(Node node) {
    return vocabulary.entity(NodeIds.of(node)) >= 0 && node.hasProperty(model.embeddingProperty());
  }

  /** The trained row of a node; empty if it has none. */
  public Optional<float[]> rowOf(Node node) {
    return hasRow(node)
        ? Optional.of(rows.row(vocabulary.entity(NodeIds.of(node))))
        : Optional.empty();
  }

  static LiveEmbeddings read(Transaction tx, ModelStore store, String modelName) {
    ModelNode model = store.require(tx, modelName);
    int rowLength = 2 * model.dimension();
    int expected = Math.toIntExact(model.nodeCount());
    long[] nodeIds = new long[expected];
    float[] values = new float[expected * rowLength];
    int found = 0;
    try (var nodes = tx.getAllNodes().iterator()) {
      while (nodes.hasNext() && found < expected) {
        Node node = nodes.next();
        if (node.getProperty(model.embeddingProperty(), null) instanceof float[] row) {
          nodeIds[found] = NodeIds.of(node);
          System.arraycopy(row, 0, values, found * rowLength, rowLength);
          found++;
        }
      }
    }
    return new LiveEmbeddings(
        model,
        store.parameters(tx, model),
        new Vocabulary(0, 0, Arrays.copyOf(nodeIds, found), 0),
        new EntityTable(model.dimension(), Arrays.copyOf(values, found * rowLength)));
  }
}
