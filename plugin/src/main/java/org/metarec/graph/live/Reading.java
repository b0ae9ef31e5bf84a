package org.metarec.graph.live;

import org.metarec.graph.live.model.ChangedItems;
import org.metarec.graph.live.model.LiveModel;

/**
 * What was read of a model's items, and what tells of later changes.
 *
 * @param moment of the watch, up to which changes were read too
 */
record Reading(ChangedItems items, ItemWatch watch, long moment) {

  LiveModel live() {
    return items.live();
  }

  boolean isOf(String version) {
    return live().model().version().equals(version);
  }

  /** Whether it holds all that was committed by a moment of the watch. */
  boolean isUpTo(long wanted) {
    return moment >= wanted && !watch.needsAll();
  }
}
