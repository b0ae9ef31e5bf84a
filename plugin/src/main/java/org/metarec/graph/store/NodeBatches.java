package org.metarec.graph.store;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.primitives.ImmutableLongArray;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.metarec.BusyException;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.waiting.LongReading;
import org.metarec.graph.waiting.OwnTransactions;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Changes many nodes in transactions of its own, a batch in each, and asks before each whether to
 * go on. What is committed stays: a batch is whole or absent, the sequence may end anywhere.
 */
final class NodeBatches {
  /** Larger transactions gain nothing, smaller ones cost twice as much. */
  private static final int BATCH = 10_000;

  /** Fewer nodes where rows are long: a transaction holds all of them in memory, 16 MiB. */
  private static final int MOST_BYTES = 1 << 24;

  private final GraphDatabaseService database;
  private final OwnTransactions transactions;

  /** Changes nothing yet. */
  NodeBatches(GraphDatabaseService database, OwnTransactions transactions) {
    this.database = database;
    this.transactions = transactions;
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
    int most = BATCH;
    for (int done = 0; done < nodeIds.length; ) {
      try {
        done = changeSome(new Batch(nodeIds, done, most, change), progress);
      } catch (RuntimeException failed) {
        if (most == 1 || !OwnTransactions.isOutOfMemory(failed)) {
          throw failed;
        }
        most /= 2;
      }
      progress.report(stage, (double) done / nodeIds.length);
    }
  }

  /**
   * Changes nodes of a batch, and says up to which. Those before one that somebody else has locked
   * are committed by themselves, so that nobody waits for them while it is waited for.
   */
  private int changeSome(Batch batch, Progress progress) {
    if (batch.size() == 1) {
      return transactions.patiently(() -> transactions.runBatch(batch::change, progress), progress);
    }
    progress.checkRunning();
    try {
      return transactions.runBatch(batch::change, progress);
    } catch (BusyException lockedByOthers) {
      OwnTransactions.reportWaiting(progress);
      return changeSome(batch.beforeTheLock(), progress);
    }
  }

  /** Nodes that are changed in one transaction. */
  private static final class Batch {
    private final long[] nodeIds;
    private final int from;
    private final int end;
    private final Change change;
    private int position;

    Batch(long[] nodeIds, int from, int most, Change change) {
      this.nodeIds = nodeIds;
      this.from = from;
      this.end = Math.min(nodeIds.length, from + most);
      this.change = change;
    }

    int size() {
      return end - from;
    }

    /** Says up to which position. */
    int change(Transaction tx) {
      position = from;
      for (long bytes = 0; position < end && bytes < MOST_BYTES; position++) {
        bytes +=
            NodeIds.read(tx, nodeIds[position], node -> change.apply(node, position)).orElse(0);
      }
      return position;
    }

    /** Once it was not committed: what lies before the node that it waited for, or that alone. */
    Batch beforeTheLock() {
      int reached = Math.min(position, end - 1);
      return new Batch(nodeIds, from, Math.max(1, reached - from), change);
    }
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
}
