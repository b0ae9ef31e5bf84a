package org.metarec.graph.waiting;

import com.google.common.base.Stopwatch;
import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.metarec.BusyException;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionTerminatedException;
import org.neo4j.graphdb.TransientTransactionFailureException;
import org.neo4j.kernel.api.exceptions.Status;
import org.neo4j.kernel.api.exceptions.Status.HasStatus;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;

/**
 * Transactions of metarec's own. Those that change the graph wait for the locks of others, though
 * not without end. Thread-safe.
 */
public final class OwnTransactions {
  /** What {@code SHOW TRANSACTIONS} shows of each. */
  private static final Map<String, Object> META_DATA = Map.of("app", "metarec");

  private static final String WAITING = "waiting for another transaction to end";

  /** Why a transaction is ended that waits for others. */
  private static final Set<Status> TOOK_TOO_LONG =
      Set.of(
          Status.Transaction.TransactionTimedOut,
          Status.Transaction.TransactionTimedOutClientConfiguration,
          Status.Transaction.LockAcquisitionTimeout);

  private static final Set<Status> OUT_OF_MEMORY =
      Set.of(Status.General.TransactionOutOfMemoryError, Status.General.MemoryPoolOutOfMemoryError);

  private static final int ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final GraphDatabaseService database;
  private final Patience patience;

  /** Begins none yet. */
  public OwnTransactions(GraphDatabaseService database, Patience patience) {
    this.database = database;
    this.patience = patience;
  }

  /** Begins one, to be closed by the caller. */
  public static Transaction begin(GraphDatabaseService database, Duration timeout) {
    Transaction tx = database.beginTx(timeout.toSeconds(), TimeUnit.SECONDS);
    if (tx instanceof InternalTransaction listed) {
      listed.setMetaData(META_DATA);
    }
    return tx;
  }

  /**
   * Runs work in one transaction and commits it; after a deadlock, or what else passes, again.
   *
   * @param progress asked while the work waits for locks
   * @throws BusyException if the nodes are locked by others for too long, or too often
   * @throws TransactionTerminatedException if somebody ends it
   */
  public <T> T run(Function<Transaction, T> work, Progress progress) {
    return run(work, patience.step(), progress);
  }

  /** {@link #run} for work that changes many nodes. */
  public <T> T runBatch(Function<Transaction, T> work, Progress progress) {
    return run(work, patience.batch(), progress);
  }

  private <T> T run(Function<Transaction, T> work, Duration timeout, Progress progress) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work, timeout, progress);
      } catch (TransientTransactionFailureException failed) {
        if (isOutOfMemory(failed)) {
          throw failed; // it would be again
        }
        if (attempt == ATTEMPTS) {
          throw new BusyException(
              "a transaction of metarec failed %d times (%s); others may change the same nodes: call"
                  + " again when they have ended",
              ATTEMPTS, failed.getMessage());
        }
        Uninterruptibles.sleepUninterruptibly(PAUSE.multipliedBy(attempt));
      }
    }
  }

  /** Whether a transaction took more than {@code db.memory.transaction.max}, or all together. */
  public static boolean isOutOfMemory(RuntimeException failed) {
    return Throwables.getCausalChain(failed).stream()
        .anyMatch(
            cause -> cause instanceof HasStatus known && OUT_OF_MEMORY.contains(known.status()));
  }

  private <T> T once(Function<Transaction, T> work, Duration timeout, Progress progress) {
    try (Transaction tx = begin(database, timeout)) {
      try {
        return TerminationWatch.during(
            () -> {
              T result = work.apply(tx);
              tx.commit();
              return result;
            },
            tx,
            progress);
      } catch (TransactionTerminatedException ended) {
        progress.checkRunning();
        throw inWords(tx, ended);
      }
    }
  }

  /** What has ended with the database, or because somebody wanted it, is not to be tried again. */
  private static RuntimeException inWords(Transaction tx, TransactionTerminatedException ended) {
    Status why =
        ((InternalTransaction) tx)
            .terminationReason()
            .orElse(ended.status()); // who waits for a lock is only told that there is none
    return TOOK_TOO_LONG.contains(why)
        ? new BusyException(
            "a transaction of metarec did not end in time (%s): another one may hold locks on the"
                + " same nodes; end it and call again (SHOW TRANSACTIONS lists it)",
            why.code().serialize())
        : ended;
  }

  /** Runs work without a result {@link #patiently}. */
  public void runPatiently(Consumer<Transaction> work, Progress progress) {
    Function<Transaction, Boolean> step =
        tx -> {
          work.accept(tx);
          return true;
        };
    patiently(() -> run(step, progress), progress);
  }

  /**
   * Takes a step that {@link #run}s something, again while others hold locks: a finished training
   * is not lost to one. Asks before each time whether to go on.
   */
  public <T> T patiently(Supplier<T> step, Progress progress) {
    Stopwatch waited = Stopwatch.createStarted();
    while (true) {
      progress.checkRunning();
      try {
        return step.get();
      } catch (BusyException lockedByOthers) {
        if (waited.elapsed().compareTo(patience.inAll()) >= 0) {
          throw lockedByOthers;
        }
        reportWaiting(progress);
      }
    }
  }

  /** Says that others are in the way. */
  public static void reportWaiting(Progress progress) {
    progress.waiting(WAITING);
  }
}
