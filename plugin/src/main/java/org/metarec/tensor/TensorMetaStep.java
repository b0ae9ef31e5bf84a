package org.metarec.tensor;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.metarec.meta.MetaBatch;
import org.metarec.meta.MetaStep;
import org.metarec.model.Prior;
import org.metarec.model.PriorPart;
import org.metarec.model.PriorShape;

/**
 * The outer step with PyTorch: forward by {@link MetaProgram}, backward by the engine, Adam with
 * the gradient clipped to a norm of 5. Not thread-safe; steps of different models take turns, since
 * the engine records one gradient at a time in a process.
 */
public final class TensorMetaStep implements MetaStep {
  private static final ReentrantLock ONE_GRADIENT = new ReentrantLock();
  private static final float MOST_GRADIENT = 5;

  private final PriorShape shape;
  private final NDManager manager;
  private final Map<PriorPart, NDArray> parts = new EnumMap<>(PriorPart.class);
  private final Optimizer adam;
  private final Prior start;
  private double learningRate;

  public TensorMetaStep(Prior start, EngineDevice device) {
    this.start = start;
    this.shape = start.shape();
    this.manager = NDManager.newBaseManager(device.device());
    for (PriorPart part : PriorPart.values()) {
      if (part.trained() && part.length(shape) > 0) {
        NDArray array =
            manager.create(start.part(part), new Shape(part.rows(shape), part.columns(shape)));
        array.setRequiresGradient(true);
        parts.put(part, array);
      }
    }
    this.adam = Optimizer.adam().optLearningRateTracker(currentRate()).build();
  }

  private Tracker currentRate() {
    return updates -> (float) learningRate;
  }

  @Override
  public double step(MetaBatch batch, double rate) {
    learningRate = rate;
    ONE_GRADIENT.lock();
    try (NDManager scratch = manager.newSubManager()) {
      attach(scratch);
      float loss;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        MetaProgram program = new MetaProgram(shape, parts, batch, scratch);
        NDArray lossArray = program.loss(program.weights());
        collector.backward(lossArray);
        loss = lossArray.getFloat();
      }
      if (Float.isFinite(loss)) {
        update(scratch);
      }
      return loss;
    } finally {
      ONE_GRADIENT.unlock();
    }
  }

  /** Lets results of the parameters die with the scratch: they land on the operand's manager. */
  private void attach(NDManager scratch) {
    parts.values().forEach(array -> array.tempAttach(scratch));
  }

  private void update(NDManager scratch) {
    double squares = 0;
    for (NDArray array : parts.values()) {
      NDArray gradient = array.getGradient();
      gradient.attach(scratch);
      squares += gradient.square().sum().getFloat();
    }
    float clip = (float) Math.min(1, MOST_GRADIENT / Math.sqrt(squares));
    parts.forEach(
        (part, array) -> {
          NDArray gradient = array.getGradient();
          gradient.attach(scratch);
          adam.update(part.key(), array, gradient.mul(clip));
        });
  }

  @Override
  public float[] adapt(MetaBatch batch) {
    try (NDManager scratch = manager.newSubManager()) {
      attach(scratch);
      return new MetaProgram(shape, parts, batch, scratch).weights().toFloatArray();
    }
  }

  @Override
  public Prior prior() {
    Map<PriorPart, float[]> values = new EnumMap<>(PriorPart.class);
    for (PriorPart part : PriorPart.values()) {
      NDArray array = parts.get(part);
      values.put(part, array == null ? start.part(part).clone() : array.toFloatArray());
    }
    return new Prior(shape, values);
  }

  @Override
  public void close() {
    manager.close();
  }
}
