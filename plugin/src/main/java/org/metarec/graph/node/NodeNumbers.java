package org.metarec.graph.node;

import com.google.common.primitives.ImmutableLongArray;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.metarec.triple.id.NumberedIds;

/**
 * Nodes numbered from 0: a base, or a base with an overlay of nodes that are added after the last
 * or taken out, which renumbers no other node and costs those nodes alone. Immutable.
 */
public final class NodeNumbers {
  private final NodeNumbers base;
  private final NumberedIds ids;
  private final long[] added;
  private final Map<Long, Integer> overlay; // the numbers of nodes added, −1 of those taken out

  /**
   * Numbers nodes in their order.
   *
   * @param ids Neo4j ids, distinct; taken over
   */
  public NodeNumbers(long[] ids) {
    this.base = this;
    this.ids = new NumberedIds(ids);
    this.added = new long[0];
    this.overlay = Map.of();
  }

  /**
   * Numbers nodes in the order of their ids.
   *
   * @param ids Neo4j ids, some several times
   */
  public static NodeNumbers inOrderOfIds(LongStream ids) {
    return new NodeNumbers(NodeIdSet.of(ImmutableLongArray.copyOf(ids)).toArray());
  }

  private NodeNumbers(NodeNumbers base, long[] added, Map<Long, Integer> overlay) {
    this.base = base;
    this.ids = base.ids;
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
    gone.forEach(number -> numbers.put(ids.id(number), -1));
    for (int i = 0; i < added.length; i++) {
      numbers.put(added[i], ids.count() + i);
    }
    return new NodeNumbers(base, added.clone(), numbers);
  }

  /** These numbers without an overlay. */
  public NodeNumbers base() {
    return base;
  }

  /** How many numbers there are. */
  public int count() {
    return ids.count() + added.length;
  }

  /** The Neo4j id of a number. */
  public long nodeId(int number) {
    return number < ids.count() ? ids.id(number) : added[number - ids.count()];
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
    return ids.number(nodeId);
  }
}
