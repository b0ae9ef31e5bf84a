package org.metarec.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.rating.UserRatings;
import org.metarec.model.rating.RatingPrior;
import org.metarec.model.rating.RatingScale;

/** The ratings that one user would give, see {@link UserRatings}. Immutable. */
public final class RatingPrediction {
  private final RatingScale scale;
  private final UserRatings user;

  /**
   * Fits the user.
   *
   * @param userValues values of the user's features
   * @param support the user's latest interactions; plain clicks say nothing here
   * @param rows of items, as in {@link org.metarec.model.rating.RatingModel}; empty for one that is
   *     gone
   */
  public RatingPrediction(
      RatingPrior prior,
      RatingScale scale,
      List<Integer> userValues,
      SupportSet support,
      IntFunction<Optional<float[]>> rows) {
    this.scale = scale;
    List<float[]> items = new ArrayList<>();
    List<Float> ratings = new ArrayList<>();
    for (int position = 0; position < support.size(); position++) {
      float rating = support.rating(position);
      if (!Float.isNaN(rating)) {
        Optional<float[]> row = rows.apply(support.item(position));
        row.ifPresent(items::add);
        row.ifPresent(there -> ratings.add(rating));
      }
    }
    this.user = UserRatings.of(prior, scale.mean(), userValues, items, ratings);
  }

  /**
   * The rating of an item, in the range of the graph's ratings.
   *
   * @param item its row
   */
  public double of(float[] item) {
    return scale.predicted(user.predict(item));
  }
}
