package org.metarec.meta;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.metarec.model.PriorShape;

/**
 * The distinct items of a batch, each described once. Content and embeddings come scaled to a
 * spread of about 1; content is dropped out relation by relation, so that no single relation is
 * leaned on.
 */
public final class BatchItems {
  private static final double DROPOUT = 0.3;

  private final ItemFeatures features;
  private final PriorShape shape;
  private final Map<Integer, Integer> rowOfItem = new HashMap<>();
  private int[] itemOfRow = new int[64];
  private float[] kept = {};

  BatchItems(ItemFeatures features, PriorShape shape) {
    this.features = features;
    this.shape = shape;
  }

  /** The row of an item, a new one if it is not among them yet. */
  int rowOf(int item) {
    return rowOfItem.computeIfAbsent(
        item,
        absent -> {
          int row = rowOfItem.size();
          if (row == itemOfRow.length) {
            itemOfRow = Arrays.copyOf(itemOfRow, 2 * row);
          }
          itemOfRow[row] = item;
          return row;
        });
  }

  public int size() {
    return rowOfItem.size();
  }

  /** Drops contents at random, relation by relation; the rest counts as much more. */
  void dropContents(SplittableRandom random) {
    kept = new float[size() * shape.contentRelations()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = random.nextDouble() < DROPOUT ? 0 : (float) (1 / (1 - DROPOUT));
    }
  }

  /** {@code float[size · contentLength]}. */
  public float[] contents() {
    int rowLength = 2 * shape.dimension();
    float[] contents = new float[size() * shape.contentLength()];
    for (int at = 0; at < contents.length; at++) {
      int block = at / rowLength; // one block of a row for each item and relation
      float[] content = features.content(itemOfRow[block / shape.contentRelations()]);
      float keep = kept.length == 0 ? 1 : kept[block];
      contents[at] = keep * features.featureScale() * content[at % shape.contentLength()];
    }
    return contents;
  }

  /** {@code float[size · 2d]}. */
  public float[] embeddings() {
    int length = 2 * shape.dimension();
    float[] embeddings = new float[size() * length];
    for (int row = 0; row < size(); row++) {
      float[] embedding = features.embedding(itemOfRow[row]);
      for (int j = 0; j < length; j++) {
        embeddings[row * length + j] = embedding[j] * features.featureScale();
      }
    }
    return embeddings;
  }

  /** {@code float[size]}: (year − mean) / spread. */
  public float[] years() {
    float[] years = new float[size()];
    for (int row = 0; row < years.length; row++) {
      years[row] = features.standardYear(itemOfRow[row]);
    }
    return years;
  }

  /** {@code float[size]}: π. */
  public float[] logLikes() {
    float[] logLikes = new float[size()];
    for (int row = 0; row < logLikes.length; row++) {
      logLikes[row] = features.centredLogLikes(itemOfRow[row]);
    }
    return logLikes;
  }

  /** {@code float[size]}: 1 for items somebody interacted with, else 0. */
  public float[] known() {
    float[] known = new float[size()];
    for (int row = 0; row < known.length; row++) {
      known[row] = features.isKnown(itemOfRow[row]) ? 1 : 0;
    }
    return known;
  }
}
