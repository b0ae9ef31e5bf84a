package org.metarec.graph.live.item;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.meta.item.AttributeProjection;
import org.metarec.model.taste.Prior;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * What each node that items are linked with adds to the vector of a new item, in one version of a
 * model. To read an embedding and to project it costs more than all else of a new film, and films
 * share people and genres: what was met once is kept. Thread-safe.
 */
public final class AttributeVectors {
  /** Nodes of which it is kept; with 32 floats each about 10 MB. */
  private static final int MOST = 50_000;

  private final ModelParameters parameters;
  private final String property;
  private final AttributeProjection[] projections;
  private final Map<Long, float[][]> kept = new ConcurrentHashMap<>();
  private final AtomicLong forgotten = new AtomicLong();

  /**
   * @param relations those of items to nodes are the first
   */
  public AttributeVectors(ModelNode model, ModelParameters parameters, int relations) {
    this.parameters = parameters;
    this.property = model.embeddingProperty();
    this.projections = new AttributeProjection[2 * relations];
  }

  /**
   * What a node adds: {@code float[width]}; empty if the training did not know it, or it is not
   * there.
   *
   * @param attribute Neo4j id of the node
   * @param itemIsTail whether the relation leads from it to the item
   */
  public Optional<float[]> of(Transaction tx, long attribute, int relation, boolean itemIsTail) {
    int slot = 2 * relation + (itemIsTail ? 1 : 0);
    return kept(attribute, slot)
        .or(() -> NodeIds.read(tx, attribute, node -> read(node, slot)).flatMap(read -> read));
  }

  private Optional<float[]> kept(long node, int slot) {
    float[][] ofNode = kept.get(node);
    return Optional.ofNullable(ofNode == null ? null : ofNode[slot]);
  }

  private Optional<float[]> read(Node attribute, int slot) {
    long before = forgotten.get();
    if (!(attribute.getProperty(property, null) instanceof float[] embedding)
        || !parameters.isFitted(embedding)) {
      return Optional.empty();
    }
    float[] vector = projection(slot).of(embedding);
    if (kept.size() >= MOST) {
      kept.clear();
    }
    kept.compute(
        NodeIds.of(attribute),
        (id, others) -> forgotten.get() == before ? with(others, slot, vector) : others);
    return Optional.of(vector);
  }

  /** Made when first asked for, by whom does not matter. */
  private AttributeProjection projection(int slot) {
    AttributeProjection projection = projections[slot];
    if (projection == null) {
      Prior prior = parameters.taste().orElseThrow().prior();
      float[] phase = parameters.phases().row(slot / 2);
      projection = new AttributeProjection(prior, slot / 2, phase, slot % 2 == 1);
      projections[slot] = projection;
    }
    return projection;
  }

  private float[][] with(float[][] others, int slot, float[] vector) {
    float[][] now = others == null ? new float[projections.length][] : others.clone();
    now[slot] = vector;
    return now;
  }

  /** Forgets nodes that were created or deleted: an id may be that of another node now. */
  public void forget(Collection<Long> nodes) {
    if (!nodes.isEmpty()) {
      forgotten.incrementAndGet(); // what is being read just now is not kept
      nodes.forEach(kept::remove);
    }
  }
}
