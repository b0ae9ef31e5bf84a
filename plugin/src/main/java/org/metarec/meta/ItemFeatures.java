package org.metarec.meta;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.metarec.meta.item.ItemContent;
import org.metarec.meta.popularity.ItemLikes;
import org.metarec.meta.popularity.PopularityRidge;
import org.metarec.model.embedding.Rotation;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.model.taste.YearScale;
import org.metarec.triple.Progress;
import org.metarec.triple.Triples;

/**
 * All items as the meta-learner sees them: content, own embedding, time and likes, each brought to
 * a scale of its own. Immutable, shared between threads; holds {@code contentLength} floats an
 * item.
 */
final class ItemFeatures {
  private final LearningInput input;
  private final MetaConfig config;
  private final float[][] contents;
  private final ItemLikes likes;
  private final ItemPrior itemPrior;
  private final float featureScale;
  private final float[] embeddingMean;
  private final float embeddingScale;
  private final YearScale yearScale;

  /**
   * @param before its scales and means stay, since what it has learned is in their units
   */
  ItemFeatures(
      LearningInput input,
      PriorShape shape,
      MetaConfig config,
      Optional<Prior> before,
      Progress progress) {
    this.input = input;
    this.config = config;
    this.contents = contents(input, shape, progress);
    ItemLikes now = ItemLikes.of(input.interactions(), input.itemTimes());
    this.likes = before.map(b -> now.around(b.number(PriorPart.LIKES_MEAN))).orElse(now);
    boolean hasRotatE = config.has(ModelPart.ROTATE);
    this.featureScale =
        before
            .map(b -> b.number(PriorPart.FEATURE_SCALE))
            .orElseGet(() -> hasRotatE ? featureScale(input) : 0);
    this.embeddingMean =
        before
            .map(b -> b.part(PriorPart.EMBEDDING_MEAN))
            .orElseGet(() -> input.entities().mean(knownItems()).values());
    this.embeddingScale =
        before
            .map(b -> b.number(PriorPart.EMBEDDING_SCALE))
            .orElseGet(() -> hasRotatE ? spreadScale() : 0);
    this.yearScale =
        before
            .map(b -> YearScale.of(b.part(PriorPart.YEAR_SCALE)))
            .orElseGet(
                () -> YearScale.of(input.itemTimes(), IntStream.range(0, input.itemCount())));
    this.itemPrior =
        config.has(ModelPart.ITEM_PRIOR)
            ? ItemPrior.of(input, likes, yearScale, progress)
            : ItemPrior.flat(input);
  }

  private static float[][] contents(LearningInput input, PriorShape shape, Progress progress) {
    ItemContent[] contents = new ItemContent[input.itemCount()];
    Arrays.setAll(contents, item -> new ItemContent(shape));
    Rotation[] rotations = new Rotation[shape.contentRelations()];
    Arrays.setAll(rotations, relation -> new Rotation(input.phases().row(relation)));
    Triples triples = input.triples();
    for (int triple = 0; triple < triples.size(); triple++) {
      progress.checkRunning();
      int relation = triples.relation(triple);
      if (relation >= shape.contentRelations()) {
        continue; // an interaction says nothing of a new item
      }
      int head = triples.head(triple);
      int tail = triples.tail(triple);
      if (tail < contents.length) {
        contents[tail].add(relation, rotations[relation].turn(input.entities().row(head)));
      }
      if (head < contents.length) {
        contents[head].add(relation, rotations[relation].turnBack(input.entities().row(tail)));
      }
    }
    float[][] values = new float[contents.length][];
    for (int item = 0; item < values.length; item++) {
      progress.checkRunning();
      values[item] = contents[item].values();
      contents[item] = null; // its sums are as large
    }
    return values;
  }

  /**
   * One over the items' length (root mean square): all content of a relation has a length of about
   * 1, whatever d. Were its coordinates as large as those of the standardised embeddings, the
   * meta-learner would learn the known items by heart from it, and the less of new ones.
   */
  private static float featureScale(LearningInput input) {
    double sum = 0;
    int end = input.entities().offset(input.itemCount());
    for (int j = 0; j < end; j++) {
      sum += (double) input.entities().values()[j] * input.entities().values()[j];
    }
    return sum == 0 ? 1 : (float) Math.sqrt(input.itemCount() / sum);
  }

  /** One over the root mean square of what the known items differ from their mean. */
  private float spreadScale() {
    double squares = 0;
    BitSet known = knownItems();
    for (int item = known.nextSetBit(0); item >= 0; item = known.nextSetBit(item + 1)) {
      float[] row = input.entities().row(item);
      for (int j = 0; j < row.length; j++) {
        squares += (row[j] - embeddingMean[j]) * (row[j] - embeddingMean[j]);
      }
    }
    double count = (double) known.cardinality() * embeddingMean.length;
    return squares == 0 ? 1 : (float) Math.sqrt(count / squares);
  }

  private BitSet knownItems() {
    BitSet known = new BitSet(input.itemCount());
    IntStream.range(0, input.itemCount()).filter(likes::isKnown).forEach(known::set);
    return known;
  }

  /** {@code float[2d]}; a copy. */
  float[] embeddingMean() {
    return embeddingMean.clone();
  }

  float embeddingScale() {
    return embeddingScale;
  }

  float featureScale() {
    return featureScale;
  }

  YearScale yearScale() {
    return yearScale;
  }

  float likesMean() {
    return (float) likes.mean();
  }

  /** As {@link PopularityRidge#fit} gives it. */
  float[] popularityRidge() {
    return itemPrior.coefficients();
  }

  boolean isKnown(int item) {
    return likes.isKnown(item);
  }

  float likes(int item) {
    return likes.likes(item);
  }

  /** {@code float[contentLength]}, unscaled; not a copy. */
  float[] content(int item) {
    return contents[item];
  }

  /** {@code float[2d]}, unscaled. */
  float[] embedding(int item) {
    return input.entities().row(item);
  }

  /** {@code float[2d]}: less the mean, times the scale. */
  float[] standardEmbedding(int item) {
    float[] row = embedding(item);
    float[] standard = new float[row.length];
    for (int j = 0; j < row.length; j++) {
      standard[j] = (row[j] - embeddingMean[j]) * embeddingScale;
    }
    return standard;
  }

  /** π, 0 where the item prior is left out. */
  float centredLogLikes(int item) {
    return config.has(ModelPart.ITEM_PRIOR) ? likes.centredLog(item) : 0;
  }

  /** π̂, 0 where the item prior is left out. */
  float expectedLikes(int item) {
    return itemPrior.expected(item);
  }

  /** In years, NaN where unknown. */
  float year(int item) {
    return input.itemTimes().year(item);
  }

  /** See {@link YearScale#standard}. */
  float standardYear(int item) {
    return yearScale.standard(year(item));
  }
}
