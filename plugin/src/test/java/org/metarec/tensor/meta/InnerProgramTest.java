package org.metarec.tensor.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.tensor.EngineDevice;
import org.metarec.tensor.EngineStart;

/** The inner loop in closed form against PyTorch's derivatives of derivatives. */
class InnerProgramTest {
  private static final int USERS = 3;
  private static final int ROWS = 7;
  private static final int WEIGHTS = 4;
  private static final int WITHOUT_PATHS = 3;
  private static final int STEPS = 3;

  private NDManager manager;
  private SplittableRandom random;

  @BeforeAll
  static void startEngine() {
    EngineStart.start(Path.of("target", "engine"));
  }

  @BeforeEach
  void open() {
    manager = EngineDevice.named("cpu").newManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void weightsAndSecondOrderGradientsAreThoseOfAutomaticDifferentiation(long seed) {
    random = new SplittableRandom(seed);
    Leaves closed = leaves();
    Leaves automatic = closed.copy();
    NDArray wanted = uniform(-1, 1, USERS, WEIGHTS);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray walked = closed.program().walk(closed.start, closed.rates);
      collector.backward(outerLoss(walked, wanted));

      NDArray descended = automatic.descended();
      List<float[]> ofInner = automatic.gradients();
      collector.backward(outerLoss(descended, wanted));

      assertClose(walked.toFloatArray(), descended.toFloatArray());
      List<float[]> inClosedForm = closed.gradients();
      List<float[]> byEngine = automatic.gradients();
      for (int leaf = 0; leaf < byEngine.size(); leaf++) {
        assertClose(inClosedForm.get(leaf), less(byEngine.get(leaf), ofInner.get(leaf)));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void aWatchedWalkTellsWhoseObjectiveAStepRaises(long seed) {
    random = new SplittableRandom(seed);
    Leaves leaves = leaves();
    NDArray rates = uniform(0.1, 2, STEPS, WEIGHTS);
    boolean[] raised = new boolean[USERS];
    float[] before = leaves.objective(leaves.start).toFloatArray();
    for (int steps = 1; steps <= STEPS; steps++) {
      NDArray weights = leaves.program().walk(leaves.start, rates.get(new NDIndex(":{}", steps)));
      float[] after = leaves.objective(weights).toFloatArray();
      for (int user = 0; user < USERS; user++) {
        raised[user] |= after[user] > before[user];
      }
      before = after;
    }

    InnerProgram.Walk walk = leaves.program().watchedWalk(leaves.start, rates);

    assertThat(walk.raised().toBooleanArray()).isEqualTo(raised);
    assertThat(walk.weights()).isEqualTo(leaves.program().walk(leaves.start, rates));
  }

  /** Of ½ w², from 1 to −1.5 and from there to 0. */
  @Test
  void aWalkThatEndsLowerMayHaveRaisedTheObjective() {
    NDArray one = manager.ones(new Shape(1, 1));
    NDArray zero = one.zerosLike();
    InnerProgram square =
        new InnerProgram(zero.reshape(1, 1, 1), zero, zero, one.reshape(1, 1, 1), zero, one, zero);

    InnerProgram.Walk walk = square.watchedWalk(one, manager.create(new float[][] {{2.5f}, {1}}));

    assertThat(walk.weights().toFloatArray()).containsExactly(0);
    assertThat(walk.raised().toBooleanArray()).containsExactly(true);
  }

  private static NDArray outerLoss(NDArray weights, NDArray wanted) {
    return weights.sub(wanted).square().sum();
  }

  private Leaves leaves() {
    return new Leaves(
        leaf(uniform(-1, 1, USERS, ROWS, WEIGHTS)),
        leaf(uniform(-1, 1, USERS, ROWS)),
        leaf(uniform(0, 1, USERS, ROWS)),
        leaf(uniform(-1, 1, USERS, WITHOUT_PATHS, WITHOUT_PATHS)),
        leaf(uniform(-1, 1, USERS, WITHOUT_PATHS)),
        leaf(uniform(2, 4, USERS, 1)),
        leaf(uniform(0.1, 1, USERS, WEIGHTS)),
        leaf(uniform(-1, 1, USERS, WEIGHTS)),
        leaf(uniform(0.1, 0.5, STEPS, WEIGHTS)));
  }

  private NDArray uniform(double least, double most, long... dimensions) {
    Shape shape = new Shape(dimensions);
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(least, most);
    }
    return manager.create(values, shape);
  }

  private static NDArray leaf(NDArray array) {
    array.setRequiresGradient(true);
    return array;
  }

  private static float[] less(float[] whole, float[] part) {
    float[] rest = whole.clone();
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= part[i];
    }
    return rest;
  }

  private static void assertClose(float[] one, float[] other) {
    assertThat(one).hasSameSizeAs(other);
    for (int i = 0; i < one.length; i++) {
      assertThat(one[i]).isCloseTo(other[i], within(1e-4f * (1 + Math.abs(other[i]))));
    }
  }

  /** What the outer gradient is taken in. */
  private record Leaves(
      NDArray features,
      NDArray offsets,
      NDArray counts,
      NDArray root,
      NDArray slope,
      NDArray divisor,
      NDArray pull,
      NDArray start,
      NDArray rates) {

    private List<NDArray> all() {
      return List.of(features, offsets, counts, root, slope, divisor, pull, start, rates);
    }

    Leaves copy() {
      NDList copies = new NDList();
      all().forEach(array -> copies.add(leaf(array.duplicate())));
      return new Leaves(
          copies.get(0),
          copies.get(1),
          copies.get(2),
          copies.get(3),
          copies.get(4),
          copies.get(5),
          copies.get(6),
          copies.get(7),
          copies.get(8));
    }

    InnerProgram program() {
      return new InnerProgram(features, offsets, counts, curvature(), slope, divisor, pull);
    }

    /** Symmetric, as a mean of squares is. */
    private NDArray curvature() {
      return root.matMul(root.transpose(0, 2, 1));
    }

    List<float[]> gradients() {
      return all().stream().map(array -> array.getGradient().toFloatArray()).toList();
    }

    /** The walk by the objective alone: the engine finds its gradient, and records how. */
    NDArray descended() {
      NDArray weights = start;
      for (int step = 0; step < STEPS; step++) {
        NDArray nowhere = leaf(weights.zerosLike());
        NDArray objective = objective(weights.add(nowhere)).sum();
        JniUtils.backward((PtNDArray) objective, (PtNDArray) objective.onesLike(), true, true);
        weights = weights.sub(nowhere.getGradient().mul(rates.get(step)));
      }
      return weights;
    }

    /** An array of the manager's: the engine reads it again in the backward pass. */
    private NDArray half() {
      return features.getManager().create(0.5f);
    }

    private NDArray two() {
      return features.getManager().create(2f);
    }

    /** L(w) of each user, {@code [B]}; see {@code meta.inner.InnerObjective}. */
    private NDArray objective(NDArray weights) {
      NDArray missed = features.mul(weights.expandDims(1)).sum(new int[] {2}).add(offsets);
      NDArray clicked = missed.square().mul(counts).sum(new int[] {1}, true);
      NDArray ofItems = weights.get(new NDIndex(":, :{}", WITHOUT_PATHS));
      NDArray turned = curvature().matMul(ofItems.expandDims(2)).squeeze(2);
      NDArray all = ofItems.mul(turned.add(slope.mul(two()))).sum(new int[] {1}, true);
      NDArray fit = clicked.add(all).div(divisor);
      NDArray moved = weights.sub(start).square().mul(pull).sum(new int[] {1}, true);
      return fit.add(moved).mul(half()).squeeze(1);
    }
  }
}
