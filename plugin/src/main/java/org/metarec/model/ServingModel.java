package org.metarec.model;

import org.metarec.path.PathIndex;

/**
 * A taste model ready to answer: the items' rows and their links as of now. Immutable, shared
 * between threads. Items are numbered as in the table; those created since training come last.
 *
 * @param taste its item table covers all items of now, new ones included
 * @param paths links of the same items
 * @param seed of all draws at serving time, together with the user
 */
public record ServingModel(TasteModel taste, PathIndex paths, long seed) {

  public ServingModel {
    if (taste.items().itemCount() != paths.itemCount()) {
      throw new IllegalArgumentException(
          "%d items in the table, %d with links"
              .formatted(taste.items().itemCount(), paths.itemCount()));
    }
  }

  public int itemCount() {
    return paths.itemCount();
  }
}
