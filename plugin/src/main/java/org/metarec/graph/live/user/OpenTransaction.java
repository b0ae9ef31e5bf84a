package org.metarec.graph.live.user;

import org.neo4j.graphdb.Node;
import org.neo4j.kernel.api.txstate.TxStateHolder;
import org.neo4j.kernel.impl.core.NodeEntity;

/**
 * What only Neo4j's kernel knows of a transaction; its public interface tells nobody. This is the
 * one place that asks it.
 */
final class OpenTransaction {
  private OpenTransaction() {}

  /**
   * Whether the transaction that a node is of has written something. Where the kernel does not
   * tell, it may have.
   */
  static boolean hasChanges(Node node) {
    return !(node instanceof NodeEntity entity
        && entity.getTransaction().kernelTransaction() instanceof TxStateHolder state
        && !state.hasTxStateWithChanges());
  }
}
