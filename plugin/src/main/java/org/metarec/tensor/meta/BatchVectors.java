package org.metarec.tensor.meta;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.util.Map;
import org.metarec.meta.outer.BatchFeatures;
import org.metarec.meta.task.ItemRows;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.model.taste.TasteModel;

/**
 * Vector and bias of each item of a batch, as if it were new, and again as it is known; and the
 * moments of all items that count, likewise. While learning all follows from the prior (see {@code
 * meta.item.ItemVectors}, the same in plain Java, but that a new item has τ, ℓ and the factor of
 * expected likes there); afterwards it stands in the item table and the prior.
 *
 * @param table [U or 2U, m + 1]
 * @param firstKnown row of the first item as it is known; 0 where nothing is counted as new
 * @param moments as if all were new, then as they are known: [2, (m + 2)²], see {@link
 *     PriorPart#ITEM_MOMENTS}
 */
record BatchVectors(
    PriorShape shape, NDManager manager, NDArray table, int firstKnown, NDArray moments) {

  /**
   * @param itemOffsets [U, m + 1]: what is learned of each item alone
   * @param sample rows of items whose moments stand for those of all that count; none, and the
   *     moments are 0
   */
  static BatchVectors learning(
      PriorShape shape,
      Map<PriorPart, NDArray> prior,
      BatchFeatures items,
      NDArray itemOffsets,
      int[] sample) {
    NDManager manager = itemOffsets.getManager();
    NDArray common = common(shape, prior, items, manager);
    NDArray ofNew = ofNew(shape, prior, items, manager);
    NDArray isKnown = manager.create(items.known(), new Shape(items.size(), 1));
    NDArray ofKnown = ofKnown(shape, prior, items, itemOffsets).sub(ofNew).mul(isKnown).add(ofNew);
    NDArray fresh = common.add(ofNew);
    NDArray known = common.add(ofKnown);
    NDArray table = NDArrays.concat(new NDList(fresh, known), 0);
    NDList moments = new NDList();
    for (NDArray kind : new NDArray[] {fresh, known}) {
      moments.add(momentsOf(rows(kind, manager.create(sample))).reshape(1, -1));
    }
    return new BatchVectors(shape, manager, table, items.size(), NDArrays.concat(moments, 0));
  }

  /** Of all items, known or not: [U, m + 1]. */
  private static NDArray common(
      PriorShape shape, Map<PriorPart, NDArray> prior, BatchFeatures items, NDManager manager) {
    long count = items.size();
    NDArray earned = manager.create(items.earned(), new Shape(count, shape.earnedNumbers()));
    NDArray years = manager.create(items.years(), new Shape(count, 1));
    NDArray vector =
        earned
            .matMul(prior.get(PriorPart.EARNED_PROJECTION))
            .add(prior.get(PriorPart.ITEM_CENTRE))
            .add(years.mul(prior.get(PriorPart.YEAR_DIRECTION)));
    NDArray expected = manager.create(items.expectedLikes(), new Shape(count, 1));
    NDArray bias = expected.mul(prior.get(PriorPart.EXPECTED_WEIGHT));
    return NDArrays.concat(new NDList(vector, bias), 1);
  }

  /** What being new adds, the content: [U, m + 1]. */
  private static NDArray ofNew(
      PriorShape shape, Map<PriorPart, NDArray> prior, BatchFeatures items, NDManager manager) {
    long count = items.size();
    if (shape.contentLength() == 0) {
      return manager.zeros(new Shape(count, shape.width() + 1));
    }
    NDArray contents = manager.create(items.contents(), new Shape(count, shape.contentLength()));
    NDArray vector = contents.matMul(prior.get(PriorPart.CONTENT_PROJECTION));
    return NDArrays.concat(new NDList(vector, manager.zeros(new Shape(count, 1))), 1);
  }

  /** What being known adds: [U, m + 1]. */
  private static NDArray ofKnown(
      PriorShape shape, Map<PriorPart, NDArray> prior, BatchFeatures items, NDArray itemOffsets) {
    NDManager manager = itemOffsets.getManager();
    long count = items.size();
    NDArray embeddings =
        manager.create(items.embeddings(), new Shape(count, 2L * shape.dimension()));
    NDArray onVector = manager.zeros(new Shape(count, shape.width()));
    NDArray likes = manager.create(items.logLikes(), new Shape(count, 1));
    NDArray popularity = likes.mul(prior.get(PriorPart.POPULARITY_WEIGHT));
    return embeddings
        .matMul(prior.get(PriorPart.KNOWN_PROJECTION))
        .add(prior.get(PriorPart.KNOWN_CENTRE))
        .add(itemOffsets)
        .add(NDArrays.concat(new NDList(onVector, popularity), 1));
  }

  /** Mean of {@code z zᵀ} over some items, [n, m + 1]: [m + 2, m + 2]. */
  private static NDArray momentsOf(NDArray items) {
    NDManager manager = items.getManager();
    long count = items.getShape().get(0);
    long width = items.getShape().get(1) - 1;
    NDArray vector = items.get(new NDIndex(":, :{}", width));
    NDArray bias = items.get(new NDIndex(":, {}:", width));
    NDArray one = manager.ones(new Shape(count, 1));
    NDArray z = NDArrays.concat(new NDList(vector, one, bias), 1);
    return z.transpose().matMul(z).div(manager.create((float) Math.max(1, count)));
  }

  static BatchVectors serving(TasteModel taste, ItemRows items, NDManager manager) {
    PriorShape shape = taste.prior().shape();
    int width = shape.width();
    float[] rows = new float[items.size() * (width + 1)];
    for (int row = 0; row < items.size(); row++) {
      int item = items.item(row);
      taste.items().copyVector(item, rows, row * (width + 1));
      rows[row * (width + 1) + width] = taste.innerBias(item);
    }
    NDArray copy = manager.create(rows, new Shape(items.size(), width + 1));
    float[] stored = taste.prior().part(PriorPart.ITEM_MOMENTS);
    NDArray moments = manager.create(stored, new Shape(1, stored.length)).repeat(0, 2);
    return new BatchVectors(shape, manager, copy, 0, moments);
  }

  /**
   * Vectors and biases of some rows.
   *
   * @param index [B, slots]: rows
   * @param known [B, 1]: 0 for a task whose items all count as new, else 1
   * @return [B, slots, m + 1]
   */
  NDArray of(NDArray index, NDArray known) {
    NDArray offset = known.mul(firstKnown).toType(DataType.INT32, false);
    return rows(table, index.add(offset));
  }

  /**
   * The moments of each task.
   *
   * @param known as for {@link #of}
   * @return [B, m + 2, m + 2]
   */
  NDArray moments(NDArray known) {
    int size = shape.width() + 2;
    return rows(moments, known.squeeze(1)).reshape(-1, size, size);
  }

  private static NDArray rows(NDArray table, NDArray index) {
    NDArray row = index.toType(DataType.INT64, false);
    return Embedding.embedding(row, table, SparseFormat.DENSE).singletonOrThrow();
  }
}
