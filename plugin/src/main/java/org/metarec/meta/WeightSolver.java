package org.metarec.meta;

import org.metarec.meta.inner.LightPath;
import org.metarec.meta.task.MetaBatch;
import org.metarec.model.ItemTable;

/** Runs the inner loop for a batch of users at once, on a device of its own. */
public interface WeightSolver extends AutoCloseable {

  /**
   * The weights of each task after the inner steps.
   *
   * @param items rows of the items that the batch names
   * @return {@code float[tasks · weights]}, equal to {@link LightPath} within 1e-4
   */
  float[] solve(MetaBatch batch, ItemTable items);

  @Override
  void close();
}
