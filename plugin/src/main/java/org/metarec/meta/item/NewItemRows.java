package org.metarec.meta.item;

import org.metarec.meta.popularity.EarnedLikes;
import org.metarec.meta.popularity.ItemLikes;
import org.metarec.meta.popularity.PopularityFeatures;
import org.metarec.meta.popularity.PopularityRidge;
import org.metarec.meta.regression.FeatureScale;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.YearScale;
import org.metarec.path.PathIndex;

/**
 * The rows of items created since the training, by the same regression of likes and the same
 * projections as at training. Immutable, shared between threads.
 */
public final class NewItemRows {
  private final Prior prior;
  private final ItemVectors vectors;
  private final FeatureScale earnedScale;
  private final PopularityFeatures popularity;
  private final NewItemRows asRead;

  /**
   * @param table the rows of the items that the training knew; other rows do not matter
   * @param paths of all items
   */
  public NewItemRows(Prior prior, ItemTable table, PathIndex paths) {
    this.prior = prior;
    this.vectors = new ItemVectors(prior);
    this.earnedScale = FeatureScale.of(prior.part(PriorPart.EARNED_SCALE));
    ItemLikes likes = ItemLikes.of(table, prior.number(PriorPart.LIKES_MEAN));
    YearScale yearScale = YearScale.of(prior.part(PriorPart.YEAR_SCALE));
    this.popularity = new PopularityFeatures(paths, likes, yearScale);
    popularity.prepareHubs();
    this.asRead = this;
  }

  private NewItemRows(NewItemRows before, PopularityFeatures popularity) {
    this.prior = before.prior;
    this.vectors = before.vectors;
    this.earnedScale = before.earnedScale;
    this.popularity = popularity;
    this.asRead = before.asRead;
  }

  /** Those of before anything changed. */
  public NewItemRows asRead() {
    return asRead;
  }

  /** The same after some items came, changed or went. */
  public NewItemRows with(PathIndex now) {
    return new NewItemRows(this, popularity.with(now));
  }

  /** The same after changes that left the links of all items that the training knew. */
  public NewItemRows withSameTrainedLinks(PathIndex now) {
    return new NewItemRows(this, popularity.withSameTrainedLinks(now));
  }

  /** The same object as long as an item that is linked as before has the same row. */
  public EarnedLikes basis() {
    return popularity.basis();
  }

  /**
   * The row of an item.
   *
   * @param content {@code float[width + 1]}, see {@link ContentVector}
   * @param year in years, NaN where unknown
   * @return as {@link ItemTable#row}
   */
  public float[] of(int item, float[] content, float year) {
    float[] earned = popularity.standardised(earnedScale, item, year);
    float[] ridge = prior.part(PriorPart.POPULARITY_RIDGE);
    float expected = PopularityRidge.expected(earned, ridge);
    return ItemTable.rowOf(
        vectors.ofNewProjected(content, earned, year, expected), ItemTable.CAME_SINCE, year);
  }
}
