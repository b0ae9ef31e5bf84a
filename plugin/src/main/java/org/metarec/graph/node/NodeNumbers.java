package org.metarec.graph.node;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.metarec.triple.SortedIds;

/**
 * Nodes numbered from 0: a base, or a base with an overlay of nodes that are added after the last
 * or taken out, which renumbers nobody and costs those nodes alone. Immutable.
 */
public final class NodeNumbers {
  private final NodeNumbers base;
  private final long[] ids;
  private final long[] sortedIds;
  private final int[] numberOfSorted;
  private final long[] added;
  private final Map<Long, Integer> overlay; // the numbers of nodes added, −1 of those taken out

  /**
   * Numbers nodes in their order.
   *
   * @param ids Neo4j ids, distinct; taken over
   */
  public NodeNumbers(long[] ids) {
    this.base = this;
    this.ids = ids;
    this.added = new long[0];
    this.overlay = Map.of();
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

  private NodeNumbers(NodeNumbers base, long[] added, Map<Long, Integer> overlay) {
    this.base = base;
    this.ids = base.ids;
    this.sortedIds = base.sortedIds;
    this.numberOfSorted = base.numberOfSorted;
    this.added = added;
    this.overlay = overlay;
  }

  /**
   * The base of these numbers with an overlay.
   *
   * @param added Neo4j ids, numbered from the base's last number on
   * @param gone numbers of the base of which the nodes are no more
   */
  public NodeNumbers with(long[] added, Set<Integer> gone) {
    Map<Long, Integer> numbers = new HashMap<>();
    gone.forEach(number -> numbers.put(ids[number], -1));
    for (int i = 0; i < added.length; i++) {
      numbers.put(added[i], ids.length + i);
    }
    return new NodeNumbers(base, added.clone(), numbers);
  }

  /** These numbers without an overlay. */
  public NodeNumbers base() {
    return base;
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
    if (!overlay.isEmpty()) {
      Integer number = overlay.get(nodeId);
      if (number != null) {
        return number;
      }
    }
    return numberInBase(nodeId);
  }

  /** The number of a node without the overlay, -1 if it has none. */
  public int numberInBase(long nodeId) {
    int position = SortedIds.indexOf(sortedIds, nodeId);
    if (position < 0) {
      return -1;
    }
    return numberOfSorted.length == 0 ? position : numberOfSorted[position];
  }
}
