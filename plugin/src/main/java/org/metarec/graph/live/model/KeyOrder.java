package org.metarec.graph.live.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.NodeKey;
import org.neo4j.graphdb.Transaction;

/**
 * The order of items by their keys, which their numbers follow only within the ranges of {@link
 * LiveModel#keyRanges}. Keys are read when they are asked for; items that are gone come last. Not
 * thread-safe.
 */
public final class KeyOrder implements Comparator<Integer> {
  private final Transaction tx;
  private final LiveModel live;
  private final KeyedLabel keyed;
  private final Map<Integer, Optional<NodeKey>> keys = new HashMap<>();

  /**
   * @param live a model that knows of tastes
   */
  public KeyOrder(Transaction tx, LiveModel live) {
    this.tx = tx;
    this.live = live;
    this.keyed = live.model().schema().item().orElseThrow();
  }

  @Override
  public int compare(Integer one, Integer other) {
    Optional<NodeKey> key = key(one);
    Optional<NodeKey> otherKey = key(other);
    if (key.isPresent() && otherKey.isPresent()) {
      return key.get().compareTo(otherKey.get());
    }
    return key.isEmpty() && otherKey.isEmpty()
        ? Integer.compare(one, other)
        : Boolean.compare(key.isEmpty(), otherKey.isEmpty());
  }

  private Optional<NodeKey> key(int item) {
    return keys.computeIfAbsent(
        item, number -> NodeIds.read(tx, live.itemId(number), node -> NodeKey.of(node, keyed)));
  }
}
