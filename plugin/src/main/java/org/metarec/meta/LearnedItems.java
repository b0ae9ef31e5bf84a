package org.metarec.meta;

import org.metarec.meta.item.ItemVectors;
import org.metarec.model.taste.ItemTable;
import org.metarec.triple.Progress;

/** The rows of all items, as they follow from what was learned. */
final class LearnedItems {
  private final LearningInput input;
  private final ItemFeatures features;
  private final ItemParts parts;

  LearnedItems(LearningInput input, ItemFeatures features, ItemParts parts) {
    this.input = input;
    this.features = features;
    this.parts = parts;
  }

  /** Sets the rows of the known items, on which the level of the others depends. */
  void setKnown(ItemTable table, ItemVectors vectors, Progress progress) {
    for (int item = 0; item < input.itemCount(); item++) {
      progress.checkRunning();
      if (features.isKnown(item)) {
        float[] scored = known(item, vectors);
        table.setRow(item, ItemTable.rowOf(scored, features.likes(item), features.year(item)));
      }
    }
  }

  /** Sets the rows of the other items. */
  void setNew(ItemTable table, ItemVectors vectors, Progress progress) {
    for (int item = 0; item < input.itemCount(); item++) {
      progress.checkRunning();
      if (!features.isKnown(item)) {
        float[] scored = asNew(item, vectors);
        table.setRow(item, ItemTable.rowOf(scored, Float.NaN, features.year(item)));
      }
    }
  }

  private float[] known(int item, ItemVectors vectors) {
    float[] scored =
        vectors.ofKnown(
            features.earned(item),
            features.year(item),
            features.expectedLikes(item),
            features.embeddings().of(item),
            features.centredLogLikes(item));
    parts.addTo(scored, item);
    return scored;
  }

  /** Vector and bias that an item has, or would have, if it is new. */
  float[] asNew(int item, ItemVectors vectors) {
    return vectors.ofNew(
        features.content(item),
        features.earned(item),
        features.year(item),
        features.expectedLikes(item));
  }
}
