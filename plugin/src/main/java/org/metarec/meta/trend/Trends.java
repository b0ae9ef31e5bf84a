package org.metarec.meta.trend;

import org.metarec.meta.feature.ItemAttributes;
import org.metarec.meta.popularity.LikeHistory;
import org.metarec.meta.popularity.LikeRates;
import org.metarec.triple.Progress;
import org.metarec.triple.time.Interactions;

/**
 * What raises or lowers items at the end of the interactions, beside what they earned until then.
 */
public record Trends(AttributeTrends attributes, ItemAgeing ageing) {
  /** Where all goes on as it was. */
  public static Trends none(ItemAttributes attributes, int itemCount) {
    return new Trends(AttributeTrends.none(attributes), ItemAgeing.none(itemCount));
  }

  /**
   * None where the interactions do not tell.
   *
   * @param rates how often items are liked
   */
  public static Trends of(
      ItemAttributes attributes, Interactions interactions, LikeRates rates, Progress progress) {
    if (!interactions.isInTime()) {
      return none(attributes, interactions.itemCount());
    }
    LikeHistory history = new LikeHistory(interactions, progress);
    return new Trends(
        AttributeTrends.of(attributes, history, rates, progress),
        ItemAgeing.of(history, rates, progress));
  }

  /** By how much an item is raised that users had clicked. */
  public float ofKnown(int item) {
    return ofNew(item) + ageing.ofItem(item);
  }

  /** By how much an item is raised as long as nobody has clicked it. */
  public float ofNew(int item) {
    return attributes.ofItem(item);
  }
}
