package org.metarec.tensor.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.metarec.meta.outer.ElasticWeights;
import org.metarec.meta.outer.MetaStep;
import org.metarec.model.taste.Fisher;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.tensor.EngineDevice;
import org.metarec.tensor.EngineStart;

/** How far a step goes along a gradient, and what is kept of where it was. */
class TensorMetaStepMovesTest {

  @BeforeAll
  static void startEngine() {
    EngineStart.start(Path.of("target", "engine"));
  }

  /** Adam steps as far whatever a gradient's length, but would go on along a huge one for long. */
  @Test
  void aHugeGradientIsForgottenOverTheNextLargeOne() {
    float rate = 1e-3f;
    float[] moves =
        movesOfStartWeights(
            (step, captured) -> {
              step.consolidate(pull(captured.prior, 1, 1e6));
              step.step(captured.batch, captured.features, rate);
              step.consolidate(pull(captured.prior, -1, 100));
              step.step(captured.batch, captured.features, rate);
            });

    for (float move : moves) {
      assertThat(move).as("back from one step").isBetween(0f, rate);
    }
  }

  @Test
  void thePriorIsTheMeanOverTheSteps() {
    float rate = 1e-2f;
    float[] moves =
        movesOfStartWeights(
            (step, captured) -> {
              step.consolidate(pull(captured.prior, 1, 10));
              step.step(captured.batch, captured.features, 1e-9);
              step.step(captured.batch, captured.features, rate);
            });

    for (float move : moves) {
      assertThat(move).isCloseTo(0.8f * rate, within(1e-4f));
    }
  }

  /** How far the prior's start weights are from where they began. */
  private static float[] movesOfStartWeights(BiConsumer<MetaStep, CapturedBatch> steps) {
    CapturedBatch captured = CapturedBatch.of(InnerSolver.STEPS);
    float[] start = captured.prior.part(PriorPart.START_WEIGHTS);
    try (var step = new TensorMetaStep(captured.prior, EngineDevice.named("cpu"))) {
      steps.accept(step, captured);
      float[] moves = step.prior().part(PriorPart.START_WEIGHTS);
      for (int i = 0; i < moves.length; i++) {
        moves[i] -= start[i];
      }
      return moves;
    }
  }

  @Test
  void theLossIsToldWithoutThePenalty() {
    CapturedBatch captured = CapturedBatch.of(InnerSolver.STEPS);
    CapturedBatch again = CapturedBatch.of(InnerSolver.STEPS);
    try (var free = new TensorMetaStep(captured.prior, EngineDevice.named("cpu"));
        var drawn = new TensorMetaStep(again.prior, EngineDevice.named("cpu"))) {
      drawn.consolidate(pull(again.prior, 1, 1e6));

      assertThat(drawn.step(again.batch, again.features, 1e-3))
          .isEqualTo(free.step(captured.batch, captured.features, 1e-3));
    }
  }

  /** Draws each start weight to one more or one less, by a gradient of some length. */
  private static ElasticWeights pull(Prior prior, float direction, double length) {
    Map<PriorPart, float[]> fisher = new EnumMap<>(PriorPart.class);
    Arrays.stream(PriorPart.values())
        .filter(PriorPart::trained)
        .forEach(part -> fisher.put(part, new float[prior.part(part).length]));
    float[] ones = fisher.get(PriorPart.START_WEIGHTS);
    Arrays.fill(ones, 1);
    return new ElasticWeights(
        CapturedBatch.moved(prior, PriorPart.START_WEIGHTS, ones, direction),
        new Fisher(prior.shape(), fisher::get),
        length / Math.sqrt(ones.length));
  }
}
