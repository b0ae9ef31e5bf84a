package org.metarec.graph.live.item;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.metarec.graph.node.ValueIds;
import org.metarec.graph.store.LinkedRows;
import org.metarec.graph.store.NodePart;
import org.metarec.model.RelationBlocks;
import org.neo4j.graphdb.Transaction;

/**
 * What each node and value that items are linked with adds to vector and bias of a new item, in one
 * version of a model. To read that costs more than all else of a new film, and films share people
 * and genres: what was met once is kept. Thread-safe.
 */
public final class AttributeVectors {
  /** Nodes of which it is kept; with 34 floats for most, about 10 MB. */
  private static final int MOST = 50_000;

  private final LinkedRows rows;
  private final int width;
  private final Map<Long, float[]> kept = new ConcurrentHashMap<>();
  private final AtomicLong forgotten = new AtomicLong();

  /**
   * @param width of the items' vectors
   */
  public AttributeVectors(LinkedRows rows, int width) {
    this.rows = rows;
    this.width = width;
  }

  /**
   * What one adds by a relation: {@code float[width + 1]}; empty if the training knew of no item
   * that is linked with it so, or it is not there.
   *
   * @param attribute Neo4j id of the node, or that of a value
   */
  public Optional<float[]> of(Transaction tx, long attribute, int relation) {
    return Optional.ofNullable(kept.get(attribute))
        .or(() -> read(tx, attribute))
        .flatMap(row -> RelationBlocks.block(row, relation, width + 1));
  }

  private Optional<float[]> read(Transaction tx, long attribute) {
    long before = forgotten.get();
    Optional<float[]> row = rows.row(tx, attribute, NodePart.ATTRIBUTE);
    row.filter(read -> !ValueIds.isOne(attribute)) // those of values are in memory
        .ifPresent(read -> keep(attribute, read, before));
    return row;
  }

  private void keep(long nodeId, float[] row, long before) {
    if (kept.size() >= MOST) {
      kept.clear();
    }
    kept.compute(nodeId, (id, last) -> forgotten.get() == before ? row : last);
  }

  /** Forgets nodes that were created or deleted: an id may be that of another node now. */
  public void forget(Collection<Long> nodes) {
    if (!nodes.isEmpty()) {
      forgotten.incrementAndGet(); // what is being read just now is not kept
      nodes.forEach(kept::remove);
    }
  }
}
