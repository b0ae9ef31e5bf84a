package org.metarec.meta.rating;

import java.util.EnumMap;
import java.util.Map;
import org.metarec.model.FloatArrays;
import org.metarec.model.RelationBlocks;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.rating.RatingModel;
import org.metarec.model.rating.RatingPart;
import org.metarec.model.rating.RatingPrior;
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
    for (int entity = items.count(); entity < rows.length; entity++) {
      rows[entity] = blocks(attributes, input.paths().relationCount(), entity - items.count());
    }
    return new RatingModel(prior, new SparseRows(rows));
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
    parts.put(RatingPart.USER_MEANS, FloatArrays.rounded(factors.userPrior().means()));
    parts.put(RatingPart.USER_PRECISION, FloatArrays.rounded(factors.userPrior().precision()));
    parts.put(RatingPart.ITEM_CENTRE, FloatArrays.rounded(factors.itemCentre()));
    parts.put(RatingPart.YEAR_SCALE, regression.yearScale().toArray());
    parts.put(RatingPart.FEW_ATTRIBUTES, few);
    parts.put(RatingPart.CONTENT_SCALE, regression.contentScale());
    parts.put(RatingPart.CONTENT_WEIGHTS, regression.weights(progress));
    return new RatingPrior(parts);
  }

  /** What an attribute says in each relation in which rated items have it. */
  private static float[] blocks(AttributeRatings attributes, int relations, int attribute) {
    float[] row = {};
    for (int relation = 0; relation < relations; relation++) {
      if (attributes.isKnown(relation, attribute)) {
        row = RelationBlocks.with(row, relation, attributes.row(relation, attribute));
      }
    }
    return row;
  }
}
