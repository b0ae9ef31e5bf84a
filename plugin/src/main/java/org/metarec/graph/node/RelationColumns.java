package org.metarec.graph.node;

import com.google.common.primitives.ImmutableLongArray;
import org.metarec.path.PathIndex;
import org.metarec.triple.Progress;
import org.metarec.triple.id.Vocabulary;
import org.neo4j.graphdb.Transaction;

/**
 * The relationships of one type as columns of internal ids.
 *
 * @param starts node at the start of each
 * @param ends node at the end of each
 * @param ids of the relationships themselves
 */
public record RelationColumns(
    ImmutableLongArray starts, ImmutableLongArray ends, ImmutableLongArray ids) {

  /**
   * Reads those with an item at an end.
   *
   * @param items all items; without any, every relationship is read
   */
  public static RelationColumns read(
      Transaction tx, String type, NodeIdSet items, Progress progress) {
    ImmutableLongArray.Builder starts = ImmutableLongArray.builder();
    ImmutableLongArray.Builder ends = ImmutableLongArray.builder();
    ImmutableLongArray.Builder ids = ImmutableLongArray.builder();
    RelationTypes.forEach(
        tx,
        type,
        progress,
        relationship -> {
          long start = NodeIds.startOf(relationship);
          long end = NodeIds.endOf(relationship);
          if (items.size() == 0 || items.contains(start) || items.contains(end)) {
            starts.add(start);
            ends.add(end);
            ids.add(NodeIds.of(relationship));
          }
        });
    return new RelationColumns(
        starts.build().trimmed(), ends.build().trimmed(), ids.build().trimmed());
  }

  public int size() {
    return ids.length();
  }

  /** The nodes at an end that are none of some. */
  public NodeIdSet nodesOutside(NodeIdSet known) {
    ImmutableLongArray.Builder outside = ImmutableLongArray.builder();
    starts.stream().filter(id -> !known.contains(id)).forEach(outside::add);
    ends.stream().filter(id -> !known.contains(id)).forEach(outside::add);
    return NodeIdSet.of(outside.build());
  }

  /** The entity at the start of a relationship, -1 if it is no longer there. */
  public int start(int row, Vocabulary vocabulary) {
    return vocabulary.entity(starts.get(row));
  }

  /** The entity at the end of a relationship, -1 if it is no longer there. */
  public int end(int row, Vocabulary vocabulary) {
    return vocabulary.entity(ends.get(row));
  }

  /** Links items with what these relationships lead to or come from. */
  public void addTo(
      PathIndex.Builder paths, int relation, Vocabulary vocabulary, Progress progress) {
    int itemCount = vocabulary.itemCount();
    if (itemCount == 0) {
      return; // paths lead from item to item
    }
    for (int row = 0; row < size(); row++) {
      progress.checkRunning();
      int start = start(row, vocabulary);
      int end = end(row, vocabulary);
      boolean exists = start >= 0 && end >= 0;
      if (exists && start < itemCount && end < itemCount) {
        paths.linkItems(relation, start, end, ids.get(row));
      } else if (exists && start < itemCount) {
        paths.link(relation, start, end - itemCount, ids.get(row));
      } else if (exists && end < itemCount) {
        paths.link(relation, end, start - itemCount, ids.get(row));
      }
    }
  }
}
