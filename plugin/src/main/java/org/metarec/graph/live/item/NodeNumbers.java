package org.metarec.graph.live.item;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.metarec.triple.SortedIds;

/**
 * Nodes numbered from 0. Nodes can be added after the last and taken out, which renumbers nobody
 * and costs those nodes alone. Immutable.
 */
public final class NodeNumbers {
  private final NodeNumbers read;
  private final long[] ids;
  private final long[] sortedIds;
  private final int[] numberOfSorted;
  private final long[] added;
  private final Map<Long, Integer> differing;

  /**
   * Numbers nodes in their order.
   *
   * @param ids Neo4j ids, distinct; taken over
   */
  public NodeNumbers(long[] ids) {
    this.read = this;
    this.ids = ids;
    this.added = new long[0];
    this.differing = Map.of();
    boolean ascending = true;
    for (int number = 1; number < ids.length; number++) {
      ascending &= ids[number - 1] < ids[number];
    }
    this.sortedIds = ascending ? ids : ids.clone();
    this.numberOfSorted = new int[ascending ? 0 : ids.length];
    if (!ascending) {
      Arrays.sort(sortedIds);
      for (int number = 0; number < ids.length; number++) {
        numberOfSorted[SortedIds.indexOf(sortedIds, ids[number])] = number;
      }
    }
  }

  private NodeNumbers(NodeNumbers block, long[] added, Map<Long, Integer> differing) {
    this.read = block.read;
    this.ids = block.ids;
    this.sortedIds = block.sortedIds;
    this.numberOfSorted = block.numberOfSorted;
    this.added = added;
    this.differing = differing;
  }

  /**
   * These nodes, as they were numbered first, and others.
   *
   * @param added Neo4j ids, numbered from the last number on
   * @param gone numbers of which the nodes are no more
   */
  public NodeNumbers with(long[] added, Set<Integer> gone) {
    Map<Long, Integer> numbers = new HashMap<>();
    gone.forEach(number -> numbers.put(ids[number], -1));
    for (int i = 0; i < added.length; i++) {
      numbers.put(added[i], ids.length + i);
    }
    return new NodeNumbers(this, added.clone(), numbers);
  }

  /** The nodes that were numbered first, as they were. */
  public NodeNumbers asRead() {
    return read;
  }

  /** How many numbers there are. */
  public int count() {
    return ids.length + added.length;
  }

  /** The Neo4j id of a number. */
  public long nodeId(int number) {
    return number < ids.length ? ids[number] : added[number - ids.length];
  }

  /** The number of a node, -1 if it has none. */
  public int number(long nodeId) {
    if (!differing.isEmpty()) {
      Integer number = differing.get(nodeId);
      if (number != null) {
        return number;
      }
    }
    return numberAsRead(nodeId);
  }

  /** The number that a node had before others were added or taken out, -1 if it had none. */
  int numberAsRead(long nodeId) {
    int position = SortedIds.indexOf(sortedIds, nodeId);
    return position < 0 || numberOfSorted.length == 0
        ? position(position)
        : numberOfSorted[position];
  }

  private static int position(int position) {
    return Math.max(-1, position);
  }
}
