package org.metarec.model.taste;

import java.util.List;
import org.metarec.model.item.ItemTable;
import org.metarec.model.rating.RatingScale;

/**
 * What is learned of tastes; a graph without interactions has none.
 *
 * @param items the row of each item
 * @param userValues names of the values of user features, in alphabetical order, that of the
 *     prior's rows
 */
public record TasteModel(
    Prior prior, ItemTable items, List<String> userValues, RatingScale ratings) {

  public TasteModel {
    userValues = List.copyOf(userValues);
  }

  /**
   * The bias of an item as the inner loop takes it: without what raises new ones beside known ones,
   * which no task has seen.
   */
  public float innerBias(int item) {
    if (!items.isNew(item)) {
      return items.bias(item);
    }
    NewItemLevels levels = NewItemLevels.of(prior);
    return items.bias(item) - (items.cameSince(item) ? levels.cameSince() : levels.wasThere());
  }

  /** The same taste of other items. */
  public TasteModel withItems(ItemTable others) {
    return new TasteModel(prior, others, userValues, ratings);
  }
}
