package org.metarec.meta.time;

import java.util.List;
import org.metarec.meta.feature.ItemAttributes;
import org.metarec.meta.popularity.ChoiceSet;
import org.metarec.meta.popularity.FadedLikes;
import org.metarec.meta.popularity.LikeHistory;
import org.metarec.meta.popularity.LikeRates;
import org.metarec.triple.Progress;
import org.metarec.triple.time.Interactions;

/**
 * What raises or lowers items at the end of the interactions, beside what they earned until then.
 * Immutable.
 */
public final class Trends {
  private final AttributeTrends attributes;
  private final float[] ageing;

  /**
   * @param ageing {@code float[items]}: by how much they are raised for their age, at most 0; taken
   *     over
   */
  private Trends(AttributeTrends attributes, float[] ageing) {
    this.attributes = attributes;
    this.ageing = ageing;
  }

  /** Where all goes on as it was. */
  public static Trends none(ItemAttributes attributes, int itemCount) {
    return new Trends(AttributeTrends.none(attributes), new float[itemCount]);
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
    FadedLikes likes = new FadedLikes(new LikeHistory(interactions, progress), rates);
    if (!likes.tellRates()) {
      return none(attributes, interactions.itemCount());
    }
    List<ChoiceSet> cases = ChoiceSet.someInTime(likes.history());
    return new Trends(
        new TrendChoice(attributes, likes, cases).best(progress),
        new AgeingChoice(likes, cases).best(progress));
  }

  public AttributeTrends attributes() {
    return attributes;
  }

  /** By how much a known item is raised. */
  public float ofKnown(int item) {
    return ofNew(item) + ageing[item];
  }

  /**
   * By how much an item is raised that is new, or taken for new: that has no age by which it could
   * have earned too much.
   */
  public float ofNew(int item) {
    return attributes.ofItem(item);
  }
}
