package org.metarec.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.BatchFeatures;
import org.metarec.meta.ElasticWeights;
import org.metarec.meta.LearningInput;
import org.metarec.meta.MetaConfig;
import org.metarec.meta.MetaLearner;
import org.metarec.meta.MetaStep;
import org.metarec.meta.task.MetaBatch;
import org.metarec.model.Head;
import org.metarec.model.Prior;
import org.metarec.model.PriorPart;
import org.metarec.model.rating.RatingScale;
import org.metarec.testing.Directions;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;

class TensorMetaStepTest {
  private static final LearningInput INPUT = TasteGraph.input(3);

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
    assertSlope(captureOneBatch(), part);
  }

  static Stream<PriorPart> partsOfTheRidge() {
    return trainedParts().filter(part -> part != PriorPart.STEP_RATE);
  }

  @ParameterizedTest
  @MethodSource("partsOfTheRidge")
  void theOuterGradientThroughTheRidgeIsTheSlopeOfTheLoss(PriorPart part) {
    assertSlope(captureOneBatch(Head.RIDGE), part);
  }

  /** Along the gradient, and along what it is in a random half of the coordinates. */
  private static void assertSlope(Captured captured, PriorPart part) {
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

  private static void assertSlope(Captured captured, PriorPart part, float[] gradient) {
    double slope = Directions.length(gradient);
    float[] uphill = Directions.unit(gradient);

    // single precision: a step that changes the loss by less drowns in rounding
    double step = Math.min(2, Math.max(1e-2, 2e-4 / slope));
    double above = loss(captured, moved(captured.prior, part, uphill, step));
    double below = loss(captured, moved(captured.prior, part, uphill, -step));

    assertThat(slope).isCloseTo((above - below) / (2 * step), within(0.02 * slope + 5e-7));
  }

  /** An item's part stands beside what its embedding adds: their gradients tell of each other. */
  @Test
  void theGradientOfItemPartsTimesTheEmbeddingsIsThatOfTheProjection() {
    Captured captured = captureOneBatch();
    float[] projection = gradient(captured, captured.prior).get(PriorPart.KNOWN_PROJECTION);
    float[] ofItems;
    try (var step = new TensorMetaStep(captured.prior, EngineDevice.named("cpu"))) {
      ofItems = step.itemGradient(captured.batch, captured.features);
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
    Captured captured = captureOneBatch();
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
    Captured captured = captureOneBatch();
    Map<PriorPart, float[]> undisturbed = gradient(captured, captured.prior);
    AtomicBoolean isOver = new AtomicBoolean();
    Thread collecting =
        new Thread(
            () -> {
              while (!isOver.get()) {
                System.gc();
              }
            });
    collecting.start();
    try {
      for (int i = 0; i < 30; i++) {
        Map<PriorPart, float[]> disturbed = gradient(captured, captured.prior);
        undisturbed.forEach((part, all) -> assertThat(disturbed.get(part)).containsExactly(all));
      }
    } finally {
      isOver.set(true);
      collecting.join();
    }
  }

  /** The first batch of a training, with the prior it meets. */
  private static final class Captured implements MetaStep {
    private Prior prior;
    private MetaBatch batch;
    private BatchFeatures features;

    @Override
    public double step(MetaBatch given, BatchFeatures givenFeatures, double learningRate) {
      batch = given;
      features = givenFeatures;
      return 0;
    }

    @Override
    public void consolidate(ElasticWeights weights) {}

    @Override
    public Map<PriorPart, float[]> gradient(MetaBatch given, BatchFeatures givenFeatures) {
      return Map.of();
    }

    @Override
    public Prior prior() {
      return prior;
    }

    @Override
    public void close() {}
  }

  private static Captured captureOneBatch() {
    return captureOneBatch(Head.STEPS);
  }

  private static Captured captureOneBatch(Head head) {
    Captured captured = new Captured();
    MetaConfig config = new MetaConfig(1, 60, 3e-3, 0.1, 3, head, Set.of(), 4);
    new MetaLearner(INPUT, config, Optional.empty(), Progress.NONE)
        .learn(
            prior -> {
              captured.prior = spread(prior);
              return captured;
            },
            RatingScale.NONE,
            Progress.NONE);
    return captured;
  }

  /** The start has zeros, behind which gradients vanish: moves every number a little. */
  private static Prior spread(Prior prior) {
    Prior moved = prior;
    for (PriorPart part : PriorPart.values()) {
      if (part.trained()) {
        moved = moved(moved, part, Directions.random(moved.part(part).length), 0.3);
      }
    }
    return moved;
  }

  private static Prior moved(Prior prior, PriorPart part, float[] direction, double length) {
    Map<PriorPart, float[]> parts = new EnumMap<>(PriorPart.class);
    for (PriorPart each : PriorPart.values()) {
      parts.put(each, prior.part(each).clone());
    }
    for (int i = 0; i < direction.length; i++) {
      parts.get(part)[i] += (float) (length * direction[i]);
    }
    return new Prior(prior.shape(), parts);
  }

  private static Map<PriorPart, float[]> gradient(Captured captured, Prior prior) {
    try (var step = new TensorMetaStep(prior, EngineDevice.named("cpu"))) {
      return step.gradient(captured.batch, captured.features);
    }
  }

  private static double loss(Captured captured, Prior prior) {
    try (var step = new TensorMetaStep(prior, EngineDevice.named("cpu"))) {
      return step.step(captured.batch, captured.features, 1e-9);
    }
  }
}
