package org.metarec.tensor.meta;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.Map;
import java.util.function.Function;
import org.metarec.meta.inner.StartWeights;
import org.metarec.meta.task.MetaBatch;
import org.metarec.meta.task.TaskRows;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;

/**
 * The forward computation of one meta-batch as tensor operations. The gradient of the inner loop is
 * written in closed form, so one ordinary backward pass through it is exact second order (MAML
 * without the first-order approximation). In the comments B is the number of tasks, U that of
 * items, m the width of an item's vector, W that of a user's weights, see {@link PriorShape}.
 */
final class MetaProgram {
  private final PriorShape shape;
  private final Map<PriorPart, NDArray> prior;
  private final MetaBatch batch;
  private final NDManager manager;
  private final BatchVectors vectors;

  /**
   * A constant factor of what is differentiated must be an array that lives until the backward
   * pass: the engine frees the memory of a plain number at once and reads it again there.
   */
  private final NDArray three;

  private final NDArray pathFactors; // [B, 1, path features]

  MetaProgram(Map<PriorPart, NDArray> prior, MetaBatch batch, BatchVectors vectors) {
    this.shape = vectors.shape();
    this.prior = prior;
    this.batch = batch;
    this.manager = vectors.manager();
    this.vectors = vectors;
    this.three = manager.create(3f);
    this.pathFactors = shape.pathFeatures() == 0 ? null : pathFactors();
  }

  private NDArray array(float[] values, long... dimensions) {
    return manager.create(values, new Shape(dimensions));
  }

  private NDArray pathFactors() {
    NDArray weights = array(batch.pathWeights(), batch.size(), 1, shape.pathRelations());
    NDArray shrinkage = Activation.softPlus(prior.get(PriorPart.PATH_SHRINKAGE)).mul(three);
    NDArray shared = prior.get(PriorPart.PATH_SCALE).exp().mul(three).div(weights.add(shrinkage));
    int direct = shape.pathFeatures() - shape.pathRelations();
    return direct == 0
        ? shared
        : NDArrays.concat(new NDList(shared, manager.ones(new Shape(batch.size(), 1, direct))), 2);
  }

  private NDArray zeros(long... dimensions) {
    return manager.zeros(new Shape(dimensions));
  }

  /** Vectors and biases of some rows: [B, slots, m + 1]. */
  private NDArray itemsOf(TaskRows rows) {
    NDArray index = manager.create(rows.items(), new Shape(batch.size(), rows.slots()));
    return vectors.of(index, known());
  }

  /** 0 for a task whose items all count as new, else 1: [B, 1]. */
  private NDArray known() {
    return array(batch.known(), batch.size(), 1);
  }

  /** Rows of some groups of slots, side by side. */
  private Rows rows(TaskRows... groups) {
    NDArray items = sideBySide(this::itemsOf, groups);
    NDArray vector = items.get(new NDIndex(":, :, :{}", shape.width()));
    NDArray bias = items.get(new NDIndex(":, :, {}", shape.width()));
    NDArray constant = manager.ones(new Shape(batch.size(), bias.getShape().get(1), 1));
    NDList features = new NDList(vector, constant);
    if (shape.pathFeatures() > 0) {
      features.add(sideBySide(this::paths, groups).mul(pathFactors));
    }
    if (shape.profileRelations() > 0) {
      features.add(sideBySide(this::profiles, groups));
    }
    return new Rows(NDArrays.concat(features, 2), bias);
  }

  private static NDArray sideBySide(Function<TaskRows, NDArray> of, TaskRows... groups) {
    NDList parts = new NDList();
    for (TaskRows group : groups) {
      parts.add(of.apply(group));
    }
    return sideBySide(parts);
  }

  /** Of a list of one the engine would make a copy, which gradients do not pass. */
  private static NDArray sideBySide(NDList parts) {
    return parts.size() == 1 ? parts.get(0) : NDArrays.concat(parts, 1);
  }

  private NDArray paths(TaskRows rows) {
    return array(rows.paths(), batch.size(), rows.slots(), shape.pathFeatures());
  }

  private NDArray profiles(TaskRows rows) {
    return array(rows.profiles(), batch.size(), rows.slots(), shape.profileRelations());
  }

  /** Features P [B, rows, W] and biases b [B, rows]. */
  private record Rows(NDArray features, NDArray biases) {

    /** Scores of weights [B, W] without the biases: [B, rows]. */
    NDArray times(NDArray weights) {
      return features.matMul(weights.expandDims(2)).squeeze(2);
    }
  }

  /** Where each user starts: [B, W]. */
  private NDArray start() {
    NDArray start =
        zeros(batch.size(), shape.weightCount()).add(prior.get(PriorPart.START_WEIGHTS));
    if (shape.userValues() > 0) {
      NDArray values = array(batch.userValues(), batch.size(), shape.userValues());
      NDList added = new NDList(values.matMul(prior.get(PriorPart.USER_VALUE_WEIGHTS)));
      int others = shape.weightCount() - shape.width() - 1;
      if (others > 0) {
        added.add(zeros(batch.size(), others));
      }
      start = start.add(sideBySide(added));
    }
    return shape.stateWidth() == 0
        ? start
        : start.add(state().matMul(prior.get(PriorPart.STATE_OUTPUT)));
  }

  /** The recurrent state after each user's latest clicks: [B, H]; zeros without clicks. */
  private NDArray state() {
    TaskRows support = batch.support();
    int slots = support.slots();
    int first = Math.max(0, slots - StartWeights.RECENT);
    NDArray vector = itemsOf(support).get(new NDIndex(":, {}:, :{}", first, shape.width()));
    NDArray used = array(support.counts(), batch.size(), slots, 1);
    NDArray targets = array(support.targets(), batch.size(), slots, 1);
    NDArray target = targets.get(new NDIndex(":, {}:, :", first));
    NDArray biases = prior.get(PriorPart.STATE_BIAS);
    NDArray fromClicks =
        NDArrays.concat(new NDList(vector, target), 2)
            .matMul(prior.get(PriorPart.STATE_INPUT))
            .add(biases.get(0));
    NDArray state = zeros(batch.size(), shape.stateWidth());
    for (int slot = first; slot < slots; slot++) {
      NDArray fromClick = fromClicks.get(new NDIndex(":, {}, :", slot - first));
      NDArray fromState = state.matMul(prior.get(PriorPart.STATE_RECURRENCE)).add(biases.get(1));
      NDArray moved = next(state, fromClick, fromState).sub(state);
      state = state.add(moved.mul(used.get(new NDIndex(":, {}, :", slot))));
    }
    return state;
  }

  /** One step of the gated recurrent unit; see {@link StartWeights}. */
  private NDArray next(NDArray state, NDArray fromClick, NDArray fromState) {
    NDList click = fromClick.split(3, 1);
    NDList recurrent = fromState.split(3, 1);
    NDArray reset = Activation.sigmoid(click.get(0).add(recurrent.get(0)));
    NDArray update = Activation.sigmoid(click.get(1).add(recurrent.get(1)));
    NDArray candidate = click.get(2).add(reset.mul(recurrent.get(2))).tanh();
    return candidate.add(update.mul(state.sub(candidate)));
  }

  /** Each user's weights after the inner loop of {@code meta.inner.Adaptation}: [B, W]. */
  NDArray weights() {
    NDArray start = start();
    return switch (shape.head()) {
      case STEPS ->
          shape.innerSteps() == 0
              ? start
              : inner().walk(start, prior.get(PriorPart.STEP_RATE).exp());
      case RIDGE -> inner().minimum(start);
    };
  }

  /** For serving: no gradient flows back, and the ridge's minimum is right to 1e-4. */
  InnerProgram.Walk served() {
    NDArray start = start();
    if (shape.innerSteps() > 0) {
      return inner().watchedWalk(start, prior.get(PriorPart.STEP_RATE).exp());
    }
    NDArray weights =
        shape.head() == InnerSolver.RIDGE
            ? inner()
                .inDoubles()
                .minimum(InnerProgram.inDoubles(start))
                .toType(DataType.FLOAT32, false)
            : start;
    return new InnerProgram.Walk(weights, zeros(batch.size()).toType(DataType.BOOLEAN, false));
  }

  private InnerProgram inner() {
    TaskRows support = batch.support();
    Rows rows = rows(support);
    NDArray clicks = array(batch.clicks(), batch.size(), 1);
    NDArray shrinkage = Activation.softPlus(prior.get(PriorPart.SUPPORT_SHRINKAGE)).mul(three);
    NDArray pull = Activation.softPlus(prior.get(PriorPart.PRIOR_PULL)).div(clicks.add(1));
    NDArray biasWeight = prior.get(PriorPart.BIAS_WEIGHT);
    NDArray moments = vectors.moments(known()).mul(clicks.expandDims(2));
    int withoutPaths = shape.width() + 1;
    return new InnerProgram(
        rows.features(),
        rows.biases().mul(biasWeight).sub(array(support.targets(), batch.size(), support.slots())),
        array(support.counts(), batch.size(), support.slots()),
        moments.get(new NDIndex(":, :{}, :{}", withoutPaths, withoutPaths)),
        moments.get(new NDIndex(":, :{}, {}", withoutPaths, withoutPaths)).mul(biasWeight),
        clicks.add(shrinkage),
        pull);
  }

  /**
   * The outer loss of given weights: sampled softmax of each query item against the others, {@code
   * ln(e^{s_q} + Σ_o e^{s_o}) − s_q}, mean over all query items. After Jean et al., ACL 2015,
   * arXiv:1412.2007; the others are drawn uniformly and no score is corrected for their draw.
   */
  NDArray loss(NDArray weights) {
    Rows rows = rows(batch.query(), batch.others());
    NDArray scores = rows.times(weights).add(rows.biases());
    int querySlots = batch.query().slots();
    NDArray query = scores.get(new NDIndex(":, :{}", querySlots));
    NDArray others = scores.get(new NDIndex(":, {}:", querySlots));
    NDArray counts = array(batch.query().counts(), batch.size(), querySlots);
    NDArray highest = others.max(new int[] {1}, true);
    NDArray logSum = others.sub(highest).exp().sum(new int[] {1}, true).log().add(highest);
    return Activation.softPlus(logSum.sub(query)).mul(counts).sum().div(counts.sum());
  }
}
