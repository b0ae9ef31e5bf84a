package org.metarec.meta;

import java.util.Arrays;
import org.metarec.model.PriorShape;
import org.metarec.triple.Interactions;
import org.metarec.triple.Triples;

/**
 * All items as the meta-learner sees them: content, own embedding, time and likes, each brought to
 * a spread of about 1. Immutable, shared between threads; holds {@code contentLength} floats an
 * item.
 */
final class ItemFeatures {
  private final LearningInput input;
  private final float[][] contents;
  private final float[] centredLogLikes;
  private final int[] interactions;
  private final float featureScale;
  private final float yearMean;
  private final float yearSpread;

  ItemFeatures(LearningInput input, PriorShape shape, MetaConfig config) {
    this.input = input;
    this.contents = contents(input, shape);
    this.interactions = input.interactions().usersPerItem();
    this.centredLogLikes =
        config.has(ModelPart.ITEM_PRIOR)
            ? centredLogLikes(input.interactions(), interactions)
            : new float[input.itemCount()];
    this.featureScale = config.has(ModelPart.ROTATE) ? featureScale(input) : 0;
    double[] years = new double[input.itemCount()];
    int known = 0;
    for (int item = 0; item < years.length; item++) {
      if (!Float.isNaN(input.itemTimes().year(item))) {
        years[known++] = input.itemTimes().year(item);
      }
    }
    double[] knownYears = Arrays.copyOf(years, known);
    double mean = Arrays.stream(knownYears).average().orElse(0);
    double variance =
        Arrays.stream(knownYears).map(y -> (y - mean) * (y - mean)).average().orElse(0);
    this.yearMean = (float) mean;
    this.yearSpread = variance == 0 ? 1 : (float) Math.sqrt(variance);
  }

  private static float[][] contents(LearningInput input, PriorShape shape) {
    ItemContent[] contents = new ItemContent[input.itemCount()];
    Arrays.setAll(contents, item -> new ItemContent(shape));
    Triples triples = input.triples();
    for (int triple = 0; triple < triples.size(); triple++) {
      int relation = triples.relation(triple);
      if (relation >= shape.contentRelations()) {
        continue; // an interaction says nothing of a new item
      }
      int head = triples.head(triple);
      int tail = triples.tail(triple);
      float[] phase = input.phases().row(relation);
      if (tail < contents.length) {
        contents[tail].add(relation, input.entities().row(head), phase, true);
      }
      if (head < contents.length) {
        contents[head].add(relation, input.entities().row(tail), phase, false);
      }
    }
    float[][] values = new float[contents.length][];
    for (int item = 0; item < values.length; item++) {
      values[item] = contents[item].values();
      contents[item] = null; // its sums are as large
    }
    return values;
  }

  private static float[] centredLogLikes(Interactions interactions, int[] usersPerItem) {
    int[] likes = interactions.likesPerItem();
    float[] logs = new float[likes.length];
    double sum = 0;
    int known = 0;
    for (int item = 0; item < likes.length; item++) {
      logs[item] = (float) Math.log1p(likes[item]);
      if (usersPerItem[item] > 0) {
        sum += logs[item];
        known++;
      }
    }
    for (int item = 0; item < likes.length; item++) {
      logs[item] = usersPerItem[item] > 0 ? (float) (logs[item] - sum / known) : 0;
    }
    return logs;
  }

  /** One over the root mean square of the items' coordinates. */
  private static float featureScale(LearningInput input) {
    double sum = 0;
    int end = input.entities().offset(input.itemCount());
    for (int j = 0; j < end; j++) {
      sum += (double) input.entities().values()[j] * input.entities().values()[j];
    }
    return sum == 0 ? 1 : (float) Math.sqrt(end / sum);
  }

  float featureScale() {
    return featureScale;
  }

  /** Mean, then spread of the items' years. */
  float[] yearScale() {
    return new float[] {yearMean, yearSpread};
  }

  boolean isKnown(int item) {
    return interactions[item] > 0;
  }

  int interactions(int item) {
    return interactions[item];
  }

  /** {@code float[contentLength]}, unscaled; not a copy. */
  float[] content(int item) {
    return contents[item];
  }

  /** {@code float[2d]}, unscaled. */
  float[] embedding(int item) {
    return input.entities().row(item);
  }

  float centredLogLikes(int item) {
    return centredLogLikes[item];
  }

  /** In years, NaN where unknown. */
  float year(int item) {
    return input.itemTimes().year(item);
  }

  /** (year − mean) / spread, 0 where unknown. */
  float standardYear(int item) {
    float year = year(item);
    return Float.isNaN(year) ? 0 : (year - yearMean) / yearSpread;
  }
}
