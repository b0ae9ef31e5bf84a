package org.metarec.meta.outer;

import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.metarec.meta.feature.ItemFeatures;
import org.metarec.meta.feature.StandardEmbeddings;
import org.metarec.meta.task.ItemRows;
import org.metarec.model.taste.PriorShape;

/**
 * The items of a batch as the meta-learner sees them, a row each. Content is dropped out relation
 * by relation, so that no single relation is relied on.
 */
public final class BatchFeatures {
  private static final double DROPOUT = 0.3;

  private final ItemFeatures features;
  private final ItemOffsets offsets;
  private final PriorShape shape;
  private final ItemRows items;
  private final float[] kept;

  BatchFeatures(
      ItemFeatures features,
      ItemOffsets offsets,
      PriorShape shape,
      ItemRows items,
      SplittableRandom random) {
    this.features = features;
    this.offsets = offsets;
    this.shape = shape;
    this.items = items;
    this.kept = new float[items.size() * shape.contentRelations()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = random.nextDouble() < DROPOUT ? 0 : (float) (1 / (1 - DROPOUT));
    }
  }

  /** Number of items U. */
  public int size() {
    return items.size();
  }

  /** {@code float[U · contentLength]}, dropped out. */
  public float[] contents() {
    int relations = shape.contentRelations();
    int length = 2 * shape.dimension();
    float[] contents = new float[size() * shape.contentLength()];
    for (int row = 0; row < size(); row++) {
      float[] content = features.content(items.item(row));
      for (int relation = 0; relation < relations; relation++) {
        float factor = kept[row * relations + relation];
        int from = relation * length;
        int to = row * shape.contentLength() + from;
        for (int k = 0; k < length && factor != 0; k++) {
          contents[to + k] = factor * content[from + k];
        }
      }
    }
    return contents;
  }

  /** {@code float[U · 2d]}, see {@link StandardEmbeddings}. */
  public float[] embeddings() {
    return rowOfEach(2 * shape.dimension(), features.embeddings()::of);
  }

  /** {@code float[U · (width + 1)]}: what is learned of each item alone. */
  public float[] itemOffsets() {
    return offsets.rows(items);
  }

  /**
   * Moves what is learned of each item alone.
   *
   * @param gradient {@code float[U · (width + 1)]}
   */
  public void learnItemOffsets(float[] gradient, double learningRate) {
    offsets.step(items, gradient, learningRate);
  }

  /** {@code float[U]}: (year − mean) / spread, 0 where unknown. */
  public float[] years() {
    return ofEach(features::standardYear);
  }

  /** {@code float[U · earnedNumbers]}, standardised. */
  public float[] earned() {
    return rowOfEach(shape.earnedNumbers(), features::earned);
  }

  /** {@code float[U]}: centred log of the likes. */
  public float[] logLikes() {
    return ofEach(features::centredLogLikes);
  }

  /** {@code float[U]}: the centred log of the likes to be expected from the items' relations. */
  public float[] expectedLikes() {
    return ofEach(features::expectedLikes);
  }

  /** {@code float[U]}: 1 for items that have interactions, else 0. */
  public float[] known() {
    return ofEach(item -> features.isKnown(item) ? 1 : 0);
  }

  private float[] rowOfEach(int length, IntFunction<float[]> rowOf) {
    float[] rows = new float[size() * length];
    for (int row = 0; row < size(); row++) {
      System.arraycopy(rowOf.apply(items.item(row)), 0, rows, row * length, length);
    }
    return rows;
  }

  /** A number of each item, which is a {@code float}. */
  private float[] ofEach(IntToDoubleFunction number) {
    float[] numbers = new float[size()];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = (float) number.applyAsDouble(items.item(row));
    }
    return numbers;
  }
}
