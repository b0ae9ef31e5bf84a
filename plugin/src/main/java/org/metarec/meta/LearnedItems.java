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

  ItemTable table(ItemVectors vectors, Progress progress) {
    ItemTable table = new ItemTable(vectors.width(), input.itemCount());
    for (int item = 0; item < input.itemCount(); item++) {
      progress.checkRunning();
      float[] scored = scored(item, vectors);
      float[] row =
          ItemTable.rowOf(
              scored,
              features.isKnown(item) ? features.likes(item) : Float.NaN,
              features.year(item));
      table.setRow(item, row);
    }
    return table;
  }

  private float[] scored(int item, ItemVectors vectors) {
    float[] earned = features.earned(item);
    float year = features.year(item);
    float expected = features.expectedLikes(item);
    if (!features.isKnown(item)) {
      return vectors.ofNew(features.content(item), earned, year, expected);
    }
    float[] embedding = features.embeddings().of(item);
    float likes = features.centredLogLikes(item);
    float[] scored = vectors.ofKnown(earned, year, expected, embedding, likes);
    parts.addTo(scored, item);
    return scored;
  }
}
