package org.metarec.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.metarec.meta.WeightSolver;
import org.metarec.meta.task.MetaBatch;
import org.metarec.model.ItemTable;
import org.metarec.model.Prior;
import org.metarec.model.PriorPart;

/** The inner loop of many users at once with PyTorch, by the program that learned it. */
public final class TensorWeightSolver implements WeightSolver {
  private final Prior prior;
  private final NDManager manager;
  private final Map<PriorPart, NDArray> parts;

  public TensorWeightSolver(Prior prior, EngineDevice device) {
    this.prior = prior;
    this.manager = device.newManager();
    this.parts = PriorArrays.of(prior, manager);
  }

  @Override
  public float[] solve(MetaBatch batch, ItemTable items) {
    try (NDManager scratch = manager.newSubManager()) {
      parts.values().forEach(array -> array.tempAttach(scratch));
      BatchVectors vectors = BatchVectors.serving(prior.shape(), items, batch.items(), scratch);
      return new MetaProgram(parts, batch, vectors).weights().toFloatArray();
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
