package org.metarec.tensor.meta;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.util.Map;
import org.metarec.meta.BatchFeatures;
import org.metarec.meta.task.ItemRows;
import org.metarec.model.ItemTable;
import org.metarec.model.PriorPart;
import org.metarec.model.PriorShape;

/**
 * Vector and bias of each item of a batch, as if it were new, and again with what being known adds.
 * While learning both follow from the prior (see {@code meta.item.ItemVectors}, the same in plain
 * Java); afterwards they stand in the item table.
 *
 * @param table [U or 2U, m + 1]
 * @param firstKnown row of the first item as it is known; 0 where nothing is counted as new
 */
record BatchVectors(PriorShape shape, NDManager manager, NDArray table, int firstKnown) {

  /**
   * @param itemParts [U, m + 1]: what is learned of each item alone
   */
  static BatchVectors learning(
      PriorShape shape,
      Map<PriorPart, NDArray> prior,
      BatchFeatures items,
      NDArray itemParts,
      NDManager manager) {
    long count = items.size();
    NDArray years = manager.create(items.years(), new Shape(count, 1));
    NDArray vector =
        prior.get(PriorPart.ITEM_CENTRE).add(years.mul(prior.get(PriorPart.YEAR_DIRECTION)));
    if (shape.contentLength() > 0) {
      NDArray contents = manager.create(items.contents(), new Shape(count, shape.contentLength()));
      vector = vector.add(contents.matMul(prior.get(PriorPart.CONTENT_PROJECTION)));
    }
    NDArray onVector = manager.zeros(new Shape(count, shape.width()));
    NDArray expected =
        manager
            .create(items.expectedLikes(), new Shape(count, 1))
            .mul(prior.get(PriorPart.EXPECTED_WEIGHT));
    NDArray fresh = NDArrays.concat(new NDList(vector, expected), 1);
    NDArray embeddings =
        manager.create(items.embeddings(), new Shape(count, 2L * shape.dimension()));
    NDArray popularity =
        manager
            .create(items.logLikes(), new Shape(count, 1))
            .mul(prior.get(PriorPart.POPULARITY_WEIGHT));
    NDArray known =
        embeddings
            .matMul(prior.get(PriorPart.KNOWN_PROJECTION))
            .add(prior.get(PriorPart.KNOWN_CENTRE))
            .add(itemParts)
            .add(NDArrays.concat(new NDList(onVector, popularity), 1))
            .mul(manager.create(items.known(), new Shape(count, 1)))
            .add(fresh);
    NDArray table = NDArrays.concat(new NDList(fresh, known), 0);
    return new BatchVectors(shape, manager, table, items.size());
  }

  static BatchVectors serving(
      PriorShape shape, ItemTable table, ItemRows items, NDManager manager) {
    int width = shape.width();
    float[] rows = new float[items.size() * (width + 1)];
    for (int row = 0; row < items.size(); row++) {
      int item = items.item(row);
      table.copyVector(item, rows, row * (width + 1));
      rows[row * (width + 1) + width] = table.bias(item);
    }
    NDArray copy = manager.create(rows, new Shape(items.size(), width + 1));
    return new BatchVectors(shape, manager, copy, 0);
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
    NDArray row = index.add(offset).toType(DataType.INT64, false);
    return Embedding.embedding(row, table, SparseFormat.DENSE).singletonOrThrow();
  }
}
