package org.metarec.model;

import java.util.Set;
import org.metarec.model.taste.TasteModel;
import org.metarec.path.PathIndex;
import org.metarec.path.ProfileLifts;

/**
 * A taste model ready to answer: the items' rows and their links as of now. Immutable, shared
 * between threads. Items are numbered as in the table; those created since training come last.
 *
 * @param taste its item table covers all items of now, new ones included
 * @param paths links of the same items
 * @param lifts what users' profiles say of the attributes, numbered as in the links
 * @param gone items that were deleted since the base was read; they keep their numbers
 */
public record ServingModel(
    TasteModel taste, PathIndex paths, ProfileLifts lifts, Set<Integer> gone) {

  public ServingModel {
    gone = Set.copyOf(gone);
    if (taste.items().itemCount() != paths.itemCount()) {
      throw new IllegalArgumentException(
          "%d items in the table, %d with links"
              .formatted(taste.items().itemCount(), paths.itemCount()));
    }
  }

  /** A model of which no item is gone. */
  public ServingModel(TasteModel taste, PathIndex paths, ProfileLifts lifts) {
    this(taste, paths, lifts, Set.of());
  }

  /** Items that have a number, those that are gone among them. */
  public int itemCount() {
    return paths.itemCount();
  }
}
