package org.metarec.graph.node;

import java.util.Optional;
import org.metarec.BusyException;
import org.neo4j.graphdb.Transaction;
import org.neo4j.kernel.api.txstate.TxStateHolder;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;

/**
 * What only Neo4j's kernel knows of a transaction; its public interface does not tell it. This is
 * the one place that asks it.
 */
public final class OpenTransaction {
  private OpenTransaction() {}

  /** Whether a transaction has written something. Where the kernel does not tell, it may have. */
  public static boolean mayHaveChanges(Transaction tx) {
    return hasChanges(tx).orElse(true);
  }

  /**
   * Refuses a call that works in transactions of its own: those would not see what the caller's has
   * written, and wait in vain for the nodes that it holds. Where the kernel does not tell, it has
   * written nothing.
   *
   * @param call the procedure
   * @throws BusyException if the caller's transaction has written something
   */
  public static void requireUnchanged(Transaction caller, String call) {
    if (hasChanges(caller).orElse(false)) {
      throw new BusyException(
          "%s works in transactions of its own, but the one that calls it has changes that are not"
              + " committed: it would not see them, and might wait for their nodes; commit first",
          call);
    }
  }

  /** Empty where the kernel does not tell. */
  private static Optional<Boolean> hasChanges(Transaction tx) {
    return tx instanceof InternalTransaction internal
            && internal.kernelTransaction() instanceof TxStateHolder state
        ? Optional.of(state.hasTxStateWithChanges())
        : Optional.empty();
  }
}
