package org.metarec.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.Prior;
import org.metarec.model.PriorPart;
import org.metarec.model.PriorShape;
import org.metarec.model.UserWeights;
import org.metarec.testing.FiniteDifferences;

class AdaptationTest {
  private static final PriorShape SHAPE = new PriorShape(2, 3, 1, 2, 0, 5, 0, 0);

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theInnerGradientIsTheSlopeOfTheInnerObjective(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Adaptation adaptation = new Adaptation(prior(random, 0.1));
    InnerProblem problem = problem(random, 4, 3);
    double[] origin = doubles(random);
    double[] weights = doubles(random);

    double[] expected =
        FiniteDifferences.gradient(w -> adaptation.objective(w, origin, problem), weights);

    assertThat(adaptation.gradient(weights, origin, problem))
        .containsExactly(expected, within(1e-6));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void adaptingNeverRaisesTheObjectiveHoweverLargeTheRate(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Adaptation adaptation = new Adaptation(prior(random, seed % 2 == 0 ? 0.1 : 1000));

    UserWeights adapted = adaptation.adapt(floats(random), problem(random, 5, 30));

    assertThat(adapted.lossAfter()).isLessThan(adapted.lossBefore());
  }

  @Test
  void withoutClicksAUserStaysAtTheStart() {
    SplittableRandom random = new SplittableRandom(1);
    float[] start = floats(random);

    UserWeights adapted =
        new Adaptation(prior(random, 0.1)).adapt(start, new InnerProblem(6, 0, 0));

    assertThat(adapted.values()).containsExactly(start);
    assertThat(adapted.lossBefore()).isZero();
  }

  @Test
  void softplusDoesNotOverflow() {
    assertThat(Adaptation.softplus(0)).isCloseTo(Math.log(2), within(1e-12));
    assertThat(Adaptation.softplus(1000)).isEqualTo(1000);
    assertThat(Adaptation.softplus(-1000)).isZero();
  }

  private static Prior prior(SplittableRandom random, double rate) {
    Map<PriorPart, float[]> parts = new EnumMap<>(PriorPart.class);
    for (PriorPart part : PriorPart.values()) {
      float[] values = new float[part.length(SHAPE)];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            part == PriorPart.STEP_RATE ? (float) Math.log(rate) : (float) random.nextGaussian();
      }
      parts.put(part, values);
    }
    return new Prior(SHAPE, parts);
  }

  private static InnerProblem problem(SplittableRandom random, int clicks, int sampled) {
    InnerProblem problem = new InnerProblem(SHAPE.weightCount(), clicks, sampled);
    for (int row = 0; row < clicks + sampled; row++) {
      problem.add(
          floats(random),
          (float) random.nextGaussian(),
          row < clicks ? 1 : 0,
          row < clicks ? 1 : .2f);
    }
    return problem;
  }

  private static float[] floats(SplittableRandom random) {
    float[] values = new float[SHAPE.weightCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static double[] doubles(SplittableRandom random) {
    return random.doubles(SHAPE.weightCount(), -1, 1).toArray();
  }
}
