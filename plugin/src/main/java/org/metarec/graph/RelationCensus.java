package org.metarec.graph;

import com.google.common.primitives.ImmutableLongArray;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** All relationships of one type that may be a relation of items. */
final class RelationCensus {
  private final long count;
  private final boolean touchesItems;
  private final NodeIdSet others;

  /**
   * @param items all items; without any, every node is one of the others
   */
  RelationCensus(Transaction tx, String type, NodeIdSet items, Progress progress) {
    long relationships = 0;
    boolean anyItem = false;
    ImmutableLongArray.Builder otherIds = ImmutableLongArray.builder();
    try (ResourceIterator<Relationship> found =
        tx.findRelationships(RelationshipType.withName(type))) {
      while (found.hasNext()) {
        progress.checkRunning();
        Relationship relationship = found.next();
        long start = NodeIds.startOf(relationship);
        long end = NodeIds.endOf(relationship);
        boolean fromItem = items.contains(start);
        boolean toItem = items.contains(end);
        boolean read = items.size() == 0 || fromItem || toItem;
        if (read && !fromItem) {
          otherIds.add(start);
        }
        if (read && !toItem) {
          otherIds.add(end);
        }
        anyItem |= fromItem || toItem;
        relationships++;
      }
    }
    count = relationships;
    touchesItems = anyItem;
    others = NodeIdSet.of(otherIds.build());
  }

  /** Number of relationships of the type. */
  long count() {
    return count;
  }

  /** Whether any of them has an item at an end. */
  boolean touchesItems() {
    return touchesItems;
  }

  /** The nodes that the type links with items and that are no items themselves. */
  NodeIdSet others() {
    return others;
  }
}
