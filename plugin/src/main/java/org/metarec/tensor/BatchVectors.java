package org.metarec.tensor;

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
 * Vector and bias of each item of a batch, in two parts: as if it were new, and what being known
 * adds. While learning both follow from the prior (see {@code meta.item.ItemVectors}, the same in
 * plain Java); afterwards they stand in the item table.
 *
 * @param fresh [U, m + 1]
 * @param known [U, m + 1]; null where {@code fresh} says it all
 */
record BatchVectors(PriorShape shape, NDManager manager, NDArray fresh, NDArray known) {

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
            .mul(manager.create(items.known(), new Shape(count, 1)));
    return new BatchVectors(shape, manager, fresh, known);
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
    NDArray fresh = manager.create(rows, new Shape(items.size(), width + 1));
    return new BatchVectors(shape, manager, fresh, null);
  }

  /**
   * Vectors and biases of some rows.
   *
   * @param index [B, slots]: rows
   * @param counted [B, 1, 1]: 0 for a task whose items all count as new, else 1
   * @return [B, slots, m + 1]
   */
  NDArray of(NDArray index, NDArray counted) {
    NDArray row = index.toType(DataType.INT64, false);
    NDArray vectors = look(row, fresh);
    return known == null ? vectors : vectors.add(look(row, known).mul(counted));
  }

  private static NDArray look(NDArray index, NDArray table) {
    return Embedding.embedding(index, table, SparseFormat.DENSE).singletonOrThrow();
  }
}
