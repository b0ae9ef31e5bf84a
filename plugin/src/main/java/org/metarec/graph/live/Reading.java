package org.metarec.graph.live;

import org.metarec.graph.live.model.ChangedItems;
import org.metarec.graph.live.model.LiveModel;

/**
 * What was read of a model's items, and what tells of later changes.
 *
 * @param commits how many of those that the watch was told of it holds, the first ones
 */
record Reading(ChangedItems items, ItemWatch watch, long commits) {

  LiveModel live() {
    return items.live();
  }

  boolean isOf(String version) {
    return live().model().version().equals(version);
  }

  /** Whether it holds so many of the commits that the watch was told of, the first ones. */
  boolean isUpTo(long wanted) {
    return commits >= wanted && !watch.needsAll();
  }
}
