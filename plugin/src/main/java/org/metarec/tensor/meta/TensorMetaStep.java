package org.metarec.tensor.meta;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.metarec.meta.outer.BatchFeatures;
import org.metarec.meta.outer.ElasticWeights;
import org.metarec.meta.outer.MetaStep;
import org.metarec.meta.outer.WeightMean;
import org.metarec.meta.task.MetaBatch;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.tensor.EngineDevice;

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
  private final Map<PriorPart, NDArray> parts;
  private final Map<PriorPart, NDArray> means;
  private final Optimizer adam;
  private final Prior start;
  private Optional<ElasticPenalty> penalty = Optional.empty();
  private double learningRate;
  private int steps;

  public TensorMetaStep(Prior start, EngineDevice device) {
    this.start = start;
    this.shape = start.shape();
    this.manager = device.newManager();
    this.parts = EngineDevice.orClose(manager, () -> PriorArrays.of(start, manager));
    this.means = EngineDevice.orClose(manager, () -> PriorArrays.of(start, manager));
    this.adam = new OwnAdam(currentRate(), manager);
  }

  /** Adam whose moments are freed with the rest: the engine's lie outside of any manager. */
  private static final class OwnAdam extends Adam {
    private final NDManager manager;

    OwnAdam(Tracker learningRate, NDManager manager) {
      super(Adam.builder().optLearningRateTracker(learningRate));
      this.manager = manager;
    }

    @Override
    protected NDArray withDefaultState(
        Map<String, Map<Device, NDArray>> state,
        String key,
        Device device,
        Function<String, NDArray> start) {
      NDArray moment = super.withDefaultState(state, key, device, start);
      moment.attach(manager);
      return moment;
    }
  }

  private Tracker currentRate() {
    return updates -> (float) learningRate;
  }

  @Override
  public double step(MetaBatch batch, BatchFeatures features, double rate) {
    learningRate = rate;
    try (NDManager scratch = manager.newSubManager()) {
      Gradients ofTasks = backward(batch, features, scratch);
      Gradients gradients = penalised(ofTasks, scratch);
      if (!Double.isFinite(gradients.loss())) {
        return gradients.loss();
      }
      float clip = gradients.clip();
      gradients.ofParts().forEach((part, gradient) -> update(part, gradient.mul(clip)));
      moveMeans();
      features.learnItemOffsets(gradients.ofItems().mul(clip).toFloatArray(), rate);
      return ofTasks.loss();
    }
  }

  @Override
  public void consolidate(ElasticWeights weights) {
    penalty = Optional.of(new ElasticPenalty(weights, manager));
  }

  /** The gradient of the penalty is written in closed form, so the engine need not find it. */
  private Gradients penalised(Gradients gradients, NDManager scratch) {
    if (penalty.isEmpty()) {
      return gradients;
    }
    double loss = gradients.loss();
    Map<PriorPart, NDArray> ofParts = new EnumMap<>(PriorPart.class);
    for (PriorPart part : gradients.ofParts().keySet()) {
      ElasticPenalty.Pull pull = penalty.get().pull(part, parts.get(part), scratch);
      loss += pull.loss();
      ofParts.put(part, gradients.ofParts().get(part).add(pull.gradient()));
    }
    return new Gradients(loss, ofParts, gradients.ofItems());
  }

  private void moveMeans() {
    float share = (float) WeightMean.share(++steps);
    means.forEach((part, mean) -> mean.addi(parts.get(part).sub(mean).muli(share)));
  }

  private void update(PriorPart part, NDArray gradient) {
    adam.update(part.key(), parts.get(part), gradient);
  }

  @Override
  public Map<PriorPart, float[]> gradient(MetaBatch batch, BatchFeatures features) {
    try (NDManager scratch = manager.newSubManager()) {
      Map<PriorPart, float[]> values = new EnumMap<>(PriorPart.class);
      backward(batch, features, scratch)
          .ofParts()
          .forEach((part, gradient) -> values.put(part, gradient.toFloatArray()));
      return values;
    }
  }

  /**
   * The outer loss and its gradients.
   *
   * @param ofItems in what is learned of each item alone: [U, m + 1]
   */
  record Gradients(double loss, Map<PriorPart, NDArray> ofParts, NDArray ofItems) {

    /** The factor that brings the norm of all gradients together down to the most allowed. */
    float clip() {
      double squares = ofItems.square().sum().getFloat();
      for (NDArray gradient : ofParts.values()) {
        squares += gradient.square().sum().getFloat();
      }
      return (float) Math.min(1, MOST_GRADIENT / Math.sqrt(squares));
    }
  }

  /** Gradients that live as long as {@code scratch}. */
  Gradients backward(MetaBatch batch, BatchFeatures features, NDManager scratch) {
    // results land on the operand's manager: the parameters' must die with the scratch
    parts.values().forEach(array -> array.tempAttach(scratch));
    Map<PriorPart, NDArray> leaves = new EnumMap<>(PriorPart.class);
    parts.forEach((part, array) -> leaves.put(part, leaf(array.duplicate())));
    Shape rows = new Shape(features.size(), shape.width() + 1);
    NDArray itemOffsets = leaf(scratch.create(features.itemOffsets(), rows));
    ONE_GRADIENT.lock();
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      BatchVectors vectors =
          BatchVectors.learning(shape, leaves, features, itemOffsets, batch.sample());
      MetaProgram program = new MetaProgram(leaves, batch, vectors);
      NDArray loss = program.loss(program.weights());
      collector.backward(loss);
      Map<PriorPart, NDArray> ofParts = new EnumMap<>(PriorPart.class);
      leaves.forEach((part, leaf) -> ofParts.put(part, leaf.getGradient()));
      ofParts.values().forEach(gradient -> gradient.attach(scratch));
      return new Gradients(loss.getFloat(), ofParts, itemOffsets.getGradient());
    } finally {
      ONE_GRADIENT.unlock();
    }
  }

  /** New for each pass: the engine adds to the gradient of an array that it met before. */
  private static NDArray leaf(NDArray array) {
    array.setRequiresGradient(true);
    return array;
  }

  @Override
  public Prior prior() {
    return new Prior(
        shape,
        part ->
            means.containsKey(part) ? means.get(part).toFloatArray() : start.part(part).clone());
  }

  @Override
  public void close() {
    manager.close();
  }
}
