package org.metarec.tensor.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.config.ModelPart;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.tensor.EngineDevice;
import org.metarec.tensor.EngineStart;
import org.metarec.testing.Directions;

class TensorMetaStepTest {
  private static final double FLAT = 1e-5;
  private static final double STEEP = 1e-3;

  @BeforeAll
  static void startEngine() {
    EngineStart.start(Path.of("target", "engine"));
  }

  static Stream<PriorPart> trainedParts() {
    return Arrays.stream(PriorPart.values()).filter(PriorPart::trained);
  }

  @ParameterizedTest
  @MethodSource("trainedParts")
  void theOuterGradientThroughTheInnerStepsIsTheSlopeOfTheLoss(PriorPart part) {
    assertSlope(CapturedBatch.of(InnerSolver.STEPS), part);
  }

  static Stream<PriorPart> partsOfTheRidge() {
    return trainedParts().filter(part -> part != PriorPart.STEP_RATE);
  }

  @ParameterizedTest
  @MethodSource("partsOfTheRidge")
  void theOuterGradientThroughTheRidgeIsTheSlopeOfTheLoss(PriorPart part) {
    assertSlope(CapturedBatch.of(InnerSolver.RIDGE), part);
  }

  @Test
  void withoutPathsTheOuterGradientIsTheSlopeOfTheLossAsWell() {
    CapturedBatch captured = CapturedBatch.of(InnerSolver.STEPS, ModelPart.PATHS);
    assertSlope(captured, PriorPart.USER_VALUE_WEIGHTS);
    assertSlope(captured, PriorPart.KNOWN_PROJECTION);
  }

  @Test
  void withoutAdaptationTheOuterGradientIsTheSlopeOfTheLossAsWell() {
    CapturedBatch captured = CapturedBatch.of(InnerSolver.STEPS, ModelPart.ADAPTATION);
    assertThat(captured.batch.sample()).isEmpty();
    assertSlope(captured, PriorPart.START_WEIGHTS);
  }

  /** Along the gradient, and along what it is in a random half of the coordinates. */
  private static void assertSlope(CapturedBatch captured, PriorPart part) {
    float[] gradient = gradient(captured, captured.prior).get(part);
    SplittableRandom random = new SplittableRandom(7);
    float[] half = gradient.clone();
    for (int i = 0; i < half.length; i++) {
      half[i] *= random.nextInt(2);
    }
    assertThat(Directions.length(gradient)).isGreaterThan(1e-6);
    assertSlope(captured, part, gradient);
    if (Directions.length(half) > 1e-5) { // less would drown in rounding
      assertSlope(captured, part, half);
    }
  }

  private static void assertSlope(CapturedBatch captured, PriorPart part, float[] gradient) {
    double slope = Directions.length(gradient);
    float[] uphill = Directions.unit(gradient);

    // single precision: a step that changes the loss by less drowns in rounding, of which the mean
    // of several steps has less
    // a longer one leaves what is nearly straight: of 2, a slope of 9e-6 was off by a quarter
    double step = slope < FLAT ? 1 : Math.min(0.1, Math.max(1e-2, 2e-4 / slope));
    double mean =
        IntStream.range(0, slope < STEEP ? 16 : 1)
            .mapToDouble(i -> slope(captured, part, uphill, step * (1 - 0.04 * i)))
            .average()
            .orElseThrow();

    assertThat(slope).isCloseTo(mean, within(0.02 * slope + 5e-7));
  }

  private static double slope(CapturedBatch captured, PriorPart part, float[] uphill, double step) {
    double above = loss(captured, CapturedBatch.moved(captured.prior, part, uphill, step));
    double below = loss(captured, CapturedBatch.moved(captured.prior, part, uphill, -step));
    return (above - below) / (2 * step);
  }

  /** An item's part stands beside what its embedding adds: their gradients tell of each other. */
  @Test
  void theGradientOfItemOffsetsTimesTheEmbeddingsIsThatOfTheProjection() {
    CapturedBatch captured = CapturedBatch.of(InnerSolver.STEPS);
    float[] projection = gradient(captured, captured.prior).get(PriorPart.KNOWN_PROJECTION);
    float[] ofItems;
    EngineDevice cpu = EngineDevice.named("cpu");
    try (var step = new TensorMetaStep(captured.prior, cpu);
        NDManager scratch = cpu.newManager()) {
      ofItems = step.backward(captured.batch, captured.features, scratch).ofItems().toFloatArray();
    }

    int columns = captured.prior.shape().width() + 1;
    float[] embeddings = captured.features.embeddings();
    double[] sums = new double[projection.length];
    for (int row = 0; row < captured.features.size(); row++) {
      for (int i = 0; i < sums.length; i++) {
        int embedding = row * (sums.length / columns) + i / columns;
        sums[i] += (double) embeddings[embedding] * ofItems[row * columns + i % columns];
      }
    }
    for (int i = 0; i < sums.length; i++) {
      assertThat(projection[i]).isCloseTo((float) sums[i], within(1e-5f));
    }
    assertThat(sums[0]).isNotZero();
  }

  @Test
  void theGradientOfABatchTellsOfNoneBefore() {
    CapturedBatch captured = CapturedBatch.of(InnerSolver.STEPS);
    Map<PriorPart, float[]> alone = gradient(captured, captured.prior);
    try (var step = new TensorMetaStep(captured.prior, EngineDevice.named("cpu"))) {
      step.gradient(captured.batch, captured.features);
      Map<PriorPart, float[]> second = step.gradient(captured.batch, captured.features);
      alone.forEach((part, all) -> assertThat(second.get(part)).containsExactly(all));
    }
  }

  /** Arrays of the engine may lie in the memory of Java's buffers. */
  @Test
  void theGradientIsTheSameWhileGarbageIsCollected() throws InterruptedException {
    CapturedBatch captured = CapturedBatch.of(InnerSolver.STEPS);
    Map<PriorPart, float[]> undisturbed = gradient(captured, captured.prior);
    AtomicInteger collections = new AtomicInteger(30);
    Thread collecting =
        new Thread(
            () -> {
              while (collections.getAndDecrement() > 0) {
                System.gc();
                LockSupport.parkNanos(10_000_000); // else hardly anything but this gets done
              }
            });
    collecting.start();
    try {
      while (collections.get() > 0) {
        Map<PriorPart, float[]> disturbed = gradient(captured, captured.prior);
        undisturbed.forEach((part, all) -> assertThat(disturbed.get(part)).containsExactly(all));
      }
    } finally {
      collections.set(0);
      collecting.join();
    }
  }

  private static Map<PriorPart, float[]> gradient(CapturedBatch captured, Prior prior) {
    try (var step = new TensorMetaStep(prior, EngineDevice.named("cpu"))) {
      return step.gradient(captured.batch, captured.features);
    }
  }

  private static double loss(CapturedBatch captured, Prior prior) {
    try (var step = new TensorMetaStep(prior, EngineDevice.named("cpu"))) {
      return step.step(captured.batch, captured.features, 1e-9);
    }
  }
}
