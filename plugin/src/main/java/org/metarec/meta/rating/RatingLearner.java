package org.metarec.meta.rating;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.metarec.model.rating.RatingModel;
import org.metarec.model.rating.RatingPart;
import org.metarec.model.rating.RatingPrior;
import org.metarec.path.PathIndex;
import org.metarec.triple.Progress;
import org.metarec.triple.Workers;

/** Learns to predict ratings: factors of users and items, then an item's row from its content. */
public final class RatingLearner {
  private RatingLearner() {}

  /**
   * Learns from the ratings of a graph that has some. The result does not depend on {@code
   * concurrency}.
   *
   * @param mean μ of all ratings, on the scale 1 … 5
   */
  public static RatingModel learn(
      RatingInput input, double mean, long seed, int concurrency, Progress progress) {
    RatingFactorization factors =
        new RatingFactorization(input.interactions(), input.userFeatures(), mean, seed);
    try (Workers workers = new Workers(concurrency)) {
      factors.fit(workers, progress);
    }
    RatedItems items = new RatedItems(factors);
    AttributeRatings attributes = new AttributeRatings(input.paths(), items, progress);
    ContentRegression regression =
        new ContentRegression(items, attributes, input.itemTimes(), progress);
    RatingPrior prior = prior(factors, attributes, regression, progress);
    float[][] rows = new float[input.entityCount()][];
    for (int item = 0; item < items.count(); item++) {
      progress.checkRunning();
      rows[item] =
          items.isRated(item)
              ? items.row(item)
              : attributes.content(item).expectedRow(prior, input.itemTimes().year(item));
    }
    addAttributes(input.paths(), attributes, rows);
    return new RatingModel(prior, rows);
  }

  private static RatingPrior prior(
      RatingFactorization factors,
      AttributeRatings attributes,
      ContentRegression regression,
      Progress progress) {
    float[] few = new float[attributes.hasFewAttributes().length];
    for (int relation = 0; relation < few.length; relation++) {
      few[relation] = attributes.hasFewAttributes()[relation] ? 1 : 0;
    }
    Map<RatingPart, float[]> parts = new EnumMap<>(RatingPart.class);
    parts.put(RatingPart.NOISE, new float[] {(float) factors.noise()});
    parts.put(RatingPart.USER_MEANS, floats(factors.userPrior().means()));
    parts.put(RatingPart.USER_PRECISION, floats(factors.userPrior().precision()));
    parts.put(RatingPart.ITEM_CENTRE, floats(factors.itemCentre()));
    parts.put(RatingPart.YEAR_SCALE, regression.yearScale().toArray());
    parts.put(RatingPart.FEW_ATTRIBUTES, few);
    parts.put(RatingPart.CONTENT_SCALE, regression.contentScale());
    parts.put(RatingPart.CONTENT_WEIGHTS, regression.weights(progress));
    return new RatingPrior(parts);
  }

  /** A node may be an attribute in several relations. */
  private static void addAttributes(PathIndex paths, AttributeRatings attributes, float[][] rows) {
    for (int attribute = 0; attribute < rows.length - paths.itemCount(); attribute++) {
      List<Float> blocks = new ArrayList<>();
      for (int relation = 0; relation < paths.relationCount(); relation++) {
        if (attributes.isKnown(relation, attribute)) {
          blocks.add((float) relation);
          for (float value : attributes.row(relation, attribute)) {
            blocks.add(value);
          }
        }
      }
      if (!blocks.isEmpty()) {
        float[] row = new float[blocks.size()];
        for (int i = 0; i < row.length; i++) {
          row[i] = blocks.get(i);
        }
        rows[paths.itemCount() + attribute] = row;
      }
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
