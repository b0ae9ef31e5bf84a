package org.metarec.graph.live.item;

import java.util.Set;

/**
 * What one transaction changed of what a model's items are read from, by Neo4j ids.
 *
 * @param nodes that got or lost the label of items, or a property that they are read by
 * @param ends of relationships of items that came or went
 * @param reused nodes that were created or deleted: what was known of their ids is of others
 */
public record ItemChanges(Set<Long> nodes, Set<Long> ends, Set<Long> reused) {

  /** How many nodes there may be to read. */
  public int size() {
    return nodes.size() + ends.size();
  }

  /** Whether a node is among those that may have to be read. */
  public boolean concern(long node) {
    return nodes.contains(node) || ends.contains(node);
  }

  public boolean isEmpty() {
    return size() == 0 && reused.isEmpty();
  }
}
