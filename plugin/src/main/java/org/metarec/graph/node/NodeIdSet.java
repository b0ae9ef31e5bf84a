package org.metarec.graph.node;

import com.google.common.primitives.ImmutableLongArray;
import com.google.common.primitives.Longs;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import java.util.stream.LongStream;
import org.metarec.triple.Progress;
import org.metarec.triple.id.SortedIds;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** Ids of nodes, distinct and ascending. Immutable. A look-up takes logarithmic time. */
public final class NodeIdSet {
  /** Of fewer nodes it may be by chance that each is there once. */
  private static final int SEVERAL = 20;

  public static final NodeIdSet EMPTY = of(ImmutableLongArray.of());

  private final long[] ids;
  private final int[] counts;

  private NodeIdSet(long[] ids, int[] counts) {
    this.ids = ids;
    this.counts = counts;
  }

  /** The distinct ones of a list, each with how often it is there. */
  public static NodeIdSet of(ImmutableLongArray list) {
    long[] sorted = list.toArray();
    Arrays.sort(sorted);
    int[] counts = new int[sorted.length];
    int distinct = 0;
    for (long id : sorted) {
      if (distinct == 0 || sorted[distinct - 1] != id) {
        sorted[distinct++] = id;
      }
      counts[distinct - 1]++;
    }
    return new NodeIdSet(Arrays.copyOf(sorted, distinct), Arrays.copyOf(counts, distinct));
  }

  public static NodeIdSet withLabel(Transaction tx, String label, Progress progress) {
    ImmutableLongArray.Builder ids = ImmutableLongArray.builder();
    try (ResourceIterator<Node> nodes = tx.findNodes(Label.label(label))) {
      while (nodes.hasNext()) {
        progress.checkRunning();
        ids.add(NodeIds.of(nodes.next()));
      }
    }
    return of(ids.build());
  }

  /** A copy, ascending. */
  public long[] toArray() {
    return ids.clone();
  }

  public int size() {
    return ids.length;
  }

  public boolean contains(long id) {
    return SortedIds.indexOf(ids, id) >= 0;
  }

  /** Whether the list held several, and at least 19 of 20 of the distinct ones once alone. */
  public boolean areMostlyOnce() {
    long once = Arrays.stream(counts).filter(count -> count == 1).count();
    return areNearlyAll(once, ids.length);
  }

  /** Whether they are at least 19 of 20 of several. */
  public static boolean areNearlyAll(long some, long all) {
    return all >= SEVERAL && 20 * some >= 19 * all;
  }

  /** Those that are not among others. */
  public NodeIdSet without(NodeIdSet others) {
    return of(ImmutableLongArray.copyOf(LongStream.of(ids).filter(id -> !others.contains(id))));
  }

  /** These and others. */
  public NodeIdSet with(NodeIdSet others) {
    return of(ImmutableLongArray.copyOf(Longs.concat(ids, others.ids)));
  }

  /** How many of these are among others. */
  public int countIn(NodeIdSet others) {
    return (int) Arrays.stream(ids).filter(others::contains).count();
  }

  /**
   * Visits the nodes that are still there; one that vanishes under the action is passed over.
   *
   * @param action takes a node and how often the list held it
   */
  public void forEachNode(Transaction tx, Progress progress, ObjIntConsumer<Node> action) {
    for (int i = 0; i < ids.length; i++) {
      progress.checkRunning();
      int count = counts[i];
      long id = ids[i];
      NodeIds.passOverDeleted(
          () -> NodeIds.find(tx, id).ifPresent(node -> action.accept(node, count)));
    }
  }
}
