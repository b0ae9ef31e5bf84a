package org.metarec.meta.feature;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.config.ModelPart;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.input.PriorGrowth;
import org.metarec.meta.popularity.ItemLikes;
import org.metarec.meta.popularity.LikeRates;
import org.metarec.meta.popularity.PopularityFeatures;
import org.metarec.meta.popularity.PopularityRidge;
import org.metarec.meta.regression.FeatureScale;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.model.taste.YearScale;
import org.metarec.triple.Progress;

/**
 * All items as the meta-learner sees them: content, own embedding, time and likes, each brought to
 * a scale of its own. Immutable, shared between threads; holds {@code contentLength} floats an
 * item.
 */
public final class ItemFeatures {
  private final LearningInput input;
  private final MetaConfig config;
  private final LikeRates likeRates;
  private final ItemLikes likes;
  private final StandardEmbeddings embeddings;
  private final ItemAttributes itemAttributes;
  private final AttributeMeans attributes;
  private final float[][] contents;
  private final YearScale yearScale;
  private final ItemPrior itemPrior;
  private final RatingOffsets ratings;

  /**
   * @param growth of a prior whose means and scales stay, since what it learned is in their units;
   *     but for that of years
   */
  public ItemFeatures(
      LearningInput input,
      PriorShape shape,
      MetaConfig config,
      Optional<PriorGrowth> growth,
      Progress progress) {
    this.input = input;
    this.config = config;
    Optional<Prior> before = growth.map(PriorGrowth::before);
    this.likeRates =
        before
            .map(b -> LikeRates.of(b.part(PriorPart.LIKE_RATES)))
            .orElseGet(() -> LikeRates.of(input.interactions(), progress));
    ItemLikes now = ItemLikes.of(input.interactions(), likeRates, input.itemTimes());
    this.likes = before.map(b -> now.around(b.number(PriorPart.LIKES_MEAN))).orElse(now);
    BitSet known = input.interactions().knownItems();
    this.embeddings =
        before
            .map(b -> StandardEmbeddings.of(input.entities(), b))
            .orElseGet(() -> standardEmbeddings(known));
    this.itemAttributes = new ItemAttributes(input, known);
    this.attributes = new AttributeMeans(input, known, embeddings, itemAttributes);
    this.contents = attributes.contents(shape, progress);
    this.yearScale = YearScale.of(input.itemTimes(), IntStream.range(0, input.itemCount()));
    this.itemPrior =
        config.has(ModelPart.ITEM_PRIOR)
            ? ItemPrior.of(
                input,
                new PopularityFeatures(input.pathsOfNew(), likes, yearScale),
                growth,
                progress)
            : ItemPrior.flat(input);
    this.ratings =
        config.has(ModelPart.ITEM_PRIOR)
            ? RatingOffsets.of(input.interactions())
            : RatingOffsets.none(input.itemCount());
  }

  private StandardEmbeddings standardEmbeddings(BitSet known) {
    return config.has(ModelPart.ROTATE)
        ? StandardEmbeddings.of(input.entities(), known, input.interactions())
        : StandardEmbeddings.none(input.entities(), known);
  }

  public StandardEmbeddings embeddings() {
    return embeddings;
  }

  public ItemAttributes itemAttributes() {
    return itemAttributes;
  }

  public AttributeMeans attributes() {
    return attributes;
  }

  public LikeRates likeRates() {
    return likeRates;
  }

  public YearScale yearScale() {
    return yearScale;
  }

  public float likesMean() {
    return (float) likes.mean();
  }

  /** As {@link PopularityRidge#coefficients} gives it. */
  public float[] popularityRidge() {
    return itemPrior.coefficients();
  }

  /** Of the earned numbers. */
  public FeatureScale earnedScale() {
    return itemPrior.scale();
  }

  /** {@code float[earnedNumbers]}, standardised; 0 where the item prior is left out. */
  public float[] earned(int item) {
    return itemPrior.earned(item);
  }

  public boolean isKnown(int item) {
    return likes.isKnown(item);
  }

  public float likes(int item) {
    return likes.likes(item);
  }

  /** {@code float[contentLength]}; not a copy. */
  public float[] content(int item) {
    return contents[item];
  }

  /** π, 0 where the item prior is left out. */
  public float centredLogLikes(int item) {
    return config.has(ModelPart.ITEM_PRIOR) ? likes.centredLog(item) : 0;
  }

  /** π̂, 0 where the item prior is left out. */
  public float expectedLikes(int item) {
    return itemPrior.expected(item);
  }

  /** None where the item prior is left out. */
  public RatingOffsets ratings() {
    return ratings;
  }

  /** In years, NaN where unknown. */
  public float year(int item) {
    return input.itemTimes().year(item);
  }

  /** See {@link YearScale#standard}. */
  public float standardYear(int item) {
    return yearScale.standard(year(item));
  }
}
