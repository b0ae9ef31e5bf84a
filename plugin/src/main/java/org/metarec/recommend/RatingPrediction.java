package org.metarec.recommend;

import java.util.OptionalDouble;
import org.metarec.meta.RatingOffsets;
import org.metarec.meta.SupportSet;
import org.metarec.model.RatingScale;
import org.metarec.model.TasteModel;

/** The ratings that one user would give, see {@link RatingOffsets}. Immutable. */
public final class RatingPrediction {
  private final TasteModel taste;
  private final double userOffset;

  /**
   * @param support the user's latest interactions
   */
  public RatingPrediction(TasteModel taste, SupportSet support) {
    this.taste = taste;
    this.userOffset = RatingOffsets.ofUser(support, taste.items(), taste.ratings().mean());
  }

  /** In the range of the graph's ratings; empty where the graph has none that differ. */
  public OptionalDouble of(int item) {
    RatingScale scale = taste.ratings();
    double rating = scale.mean() + taste.items().ratingOffset(item) + userOffset;
    return scale.exists() ? OptionalDouble.of(scale.toGraph(rating)) : OptionalDouble.empty();
  }
}
