package org.metarec.graph.store;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.primitives.ImmutableLongArray;
import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.metarec.BusyException;
import org.metarec.graph.node.LongReading;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.waiting.TerminationWatch;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionTerminatedException;
import org.neo4j.graphdb.TransientTransactionFailureException;

/**
 * Changes many nodes in transactions of its own, a batch in each, and asks before each whether to
 * go on. What is committed stays: a batch is whole or absent, the sequence may end anywhere.
 */
final class NodeBatches {
  /** Larger transactions gain nothing, smaller ones cost twice as much. */
  private static final int BATCH = 10_000;

  /** Fewer nodes where rows are long: a transaction holds all of them in memory, 16 MiB. */
  private static final int MOST_BYTES = 1 << 24;

  /** What others are in the way of is tried again: a finished training is not lost to a lock. */
  private static final int ATTEMPTS = 5;

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final GraphDatabaseService database;
  private final Duration timeout;

  /**
   * Changes nothing yet.
   *
   * @param timeout of one batch, which takes a second; more means that others hold locks
   */
  NodeBatches(GraphDatabaseService database, Duration timeout) {
    this.database = database;
    this.timeout = timeout;
  }

  /** What is done to one node. */
  interface Change {
    /**
     * Changes the node at a position of the sequence.
     *
     * @return how many bytes of rows were written or removed
     */
    int apply(Node node, int position);
  }

  /** Changes the nodes of the given ids in their order; those deleted meanwhile are left out. */
  void change(long[] nodeIds, Change change, String stage, Progress progress) {
    progress.report(stage, 0); // whoever waits for a lock says with what
    for (int done = 0; done < nodeIds.length; ) {
      int from = done;
      Function<Transaction, Integer> batch = tx -> changeBatch(tx, nodeIds, from, change);
      done = patiently(() -> inTransaction(batch, progress), progress);
      progress.report(stage, (double) done / nodeIds.length);
    }
  }

  /** Changes nodes from a position on, and says up to which. */
  private static int changeBatch(Transaction tx, long[] nodeIds, int from, Change change) {
    int end = Math.min(nodeIds.length, from + BATCH);
    int position = from;
    for (long bytes = 0; position < end && bytes < MOST_BYTES; position++) {
      int at = position;
      bytes += NodeIds.read(tx, nodeIds[at], node -> change.apply(node, at)).orElse(0);
    }
    return position;
  }

  /** Removes properties from all nodes of the graph. */
  void clear(Set<String> properties, String stage, Progress progress) {
    progress.report(stage, 0);
    change(
        bearing(properties, progress),
        (node, position) ->
            properties.stream().mapToInt(name -> bytes(node.removeProperty(name))).sum(),
        stage,
        progress);
  }

  private static int bytes(Object value) {
    if (value instanceof float[] row) {
      return row.length * Float.BYTES;
    }
    return value instanceof byte[] row ? row.length : 0;
  }

  /** Those of the properties that any node has, by name. */
  Set<String> borne(Set<String> properties, Progress progress) {
    Set<String> borne = new TreeSet<>();
    forEachBearing(properties, (node, own) -> borne.addAll(own), progress);
    return borne;
  }

  private long[] bearing(Set<String> properties, Progress progress) {
    ImmutableLongArray.Builder found = ImmutableLongArray.builder();
    forEachBearing(properties, (node, own) -> found.add(NodeIds.of(node)), progress);
    return found.build().toArray();
  }

  /** Hands out the nodes that have any of the properties, each with those that it has. */
  private void forEachBearing(
      Set<String> properties, BiConsumer<Node, Set<String>> action, Progress progress) {
    progress.checkRunning();
    try (Transaction tx = LongReading.begin(database)) {
      if (!Iterables.any(tx.getAllPropertyKeys(), properties::contains)) {
        return; // never used in this database, so no node needs to be looked at
      }
      try (ResourceIterator<Node> nodes = tx.getAllNodes().iterator()) {
        for (int visited = 1; nodes.hasNext(); visited++) {
          Node node = nodes.next();
          Set<String> own = borneBy(node, properties);
          if (!own.isEmpty()) {
            action.accept(node, own);
          }
          if (visited % BATCH == 0) {
            progress.checkRunning();
          }
        }
      }
    }
  }

  /** None for a node that has been deleted since it was found. */
  private static Set<String> borneBy(Node node, Set<String> properties) {
    return NodeIds.unlessDeleted(node::getPropertyKeys)
        .<Set<String>>map(keys -> ImmutableSet.copyOf(Iterables.filter(keys, properties::contains)))
        .orElse(Set.of());
  }

  /**
   * Takes a step that is {@link #inTransaction}, again while others hold locks on its nodes, and
   * asks before each time whether to go on.
   */
  static <T> T patiently(Supplier<T> step, Progress progress) {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      progress.checkRunning();
      try {
        return step.get();
      } catch (BusyException lockedByOthers) {
        progress.report("waiting for another transaction to end", 0);
      }
    }
    progress.checkRunning();
    return step.get();
  }

  /**
   * Runs work in a transaction of its own and commits it; after a deadlock again, up to {@link
   * #ATTEMPTS} times.
   *
   * @param progress asked while the work waits for locks
   * @throws BusyException if the nodes are locked by others for too long, or too often
   */
  <T> T inTransaction(Function<Transaction, T> work, Progress progress) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work, progress);
      } catch (TransientTransactionFailureException deadlock) {
        if (attempt == ATTEMPTS) {
          throw new BusyException(
              "a transaction of metarec was in a deadlock with others %d times (%s); they change"
                  + " the same nodes: call again when they have ended",
              ATTEMPTS, deadlock.getMessage());
        }
        Uninterruptibles.sleepUninterruptibly(PAUSE.multipliedBy(attempt));
      }
    }
  }

  /** Runs work without a result {@link #patiently}. */
  void runPatiently(Consumer<Transaction> work, Progress progress) {
    Function<Transaction, Boolean> step =
        tx -> {
          work.accept(tx);
          return true;
        };
    patiently(() -> inTransaction(step, progress), progress);
  }

  private <T> T once(Function<Transaction, T> work, Progress progress) {
    try (Transaction tx = database.beginTx(timeout.toSeconds(), TimeUnit.SECONDS)) {
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
      throw new BusyException(
          "a transaction of metarec did not end within %d seconds: another one may hold locks on the"
              + " same nodes; end it and call again (SHOW TRANSACTIONS lists it)",
          timeout.toSeconds());
    }
  }
}
