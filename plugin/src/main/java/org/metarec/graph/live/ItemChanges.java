package org.metarec.graph.live;

import java.util.List;
import java.util.Set;

/**
 * What one transaction changed of what a model's items are read from, by Neo4j ids.
 *
 * @param nodes that got or lost the label of items, or a property that they are read by
 * @param ends of relationships of items that came or went
 * @param reused nodes that were created or deleted: what was known of their ids is of others
 * @param links from nodes that were there to others, in either direction
 */
record ItemChanges(Set<Long> nodes, Set<Long> ends, Set<Long> reused, List<NewLink> links) {

  /** A relationship of a type that gives paths, at the end that was there before. */
  record NewLink(String type, long node, boolean nodeIsStart) {}

  /** How many nodes there may be to read. */
  int size() {
    return nodes.size() + ends.size();
  }

  boolean isEmpty() {
    return size() == 0 && reused.isEmpty();
  }
}
