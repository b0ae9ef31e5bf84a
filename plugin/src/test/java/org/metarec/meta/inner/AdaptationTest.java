package org.metarec.meta.inner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.Floats;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.model.taste.UserWeights;
import org.metarec.testing.FiniteDifferences;
import org.metarec.triple.Progress;

class AdaptationTest {
  private static final PriorShape SHAPE =
      new PriorShape(2, 3, 1, 2, false, 0, 5, InnerSolver.STEPS, 0, 0);
  private static final PriorShape RIDGE =
      new PriorShape(2, 3, 1, 2, false, 0, 0, InnerSolver.RIDGE, 0, 0);
  private static final ItemTable ITEMS = RandomItems.table(20, SHAPE, new SplittableRandom(9));
  private static final int[] COUNTED = {1, 2, 4, 5, 19};

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theInnerGradientIsTheSlopeOfTheInnerObjective(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    InnerObjective objective = new InnerObjective(prior(random, 0.1));
    InnerProblem problem = problem(random, 4);
    double[] origin = doubles(random);
    double[] weights = doubles(random);

    double[] expected =
        FiniteDifferences.gradient(w -> objective.at(w, origin, problem).value(), weights);

    assertThat(objective.at(weights, origin, problem).gradient())
        .containsExactly(expected, within(1e-6));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theObjectiveIsTheSumOverClicksAndAllItemsThatCount(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Prior prior = prior(random, 0.1);
    InnerProblem problem = problem(random, 4);
    float[] weights = floats(random);
    double biasWeight = prior.number(PriorPart.BIAS_WEIGHT);
    double squares = 0;
    for (int row = 0; row < problem.clicks(); row++) {
      double score = biasWeight * problem.bias(row);
      for (int k = 0; k < weights.length; k++) {
        score += weights[k] * problem.row(row)[k];
      }
      squares += Math.pow(score - problem.target(row), 2);
    }
    double mean =
        IntStream.of(COUNTED)
            .mapToDouble(item -> ITEMS.dot(item, weights) + biasWeight * ITEMS.bias(item))
            .map(score -> Math.pow(score + weights[SHAPE.width()], 2))
            .average()
            .orElseThrow();
    double shrinkage = 3 * InnerObjective.softplus(prior.number(PriorPart.SUPPORT_SHRINKAGE));
    double[] at = Doubles.toArray(Floats.asList(weights));

    double expected = (squares + 4 * mean) / 2 / (4 + shrinkage);
    assertThat(new InnerObjective(prior).at(at, at, problem).value())
        .isCloseTo(expected, within(1e-5 * (1 + expected)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void adaptingNeverRaisesTheObjectiveHoweverLargeTheRate(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Adaptation adaptation = new Adaptation(prior(random, seed % 2 == 0 ? 0.1 : 1000));

    UserWeights adapted = adaptation.adapt(floats(random), problem(random, 5));

    assertThat(adapted.lossAfter()).isLessThan(adapted.lossBefore());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theRidgeStandsWhereNoDirectionLeadsDown(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Prior prior = prior(RIDGE, random, 0.1);
    InnerObjective objective = new InnerObjective(prior);
    InnerProblem problem = problem(random, 5);
    float[] start = floats(random);
    double[] origin = Doubles.toArray(Floats.asList(start));

    double[] minimum = objective.minimum(origin, problem);
    double[] gradient = objective.at(minimum, origin, problem).gradient();
    UserWeights ridge = new Adaptation(prior).adapt(start, problem);

    assertThat(gradient).containsExactly(new double[origin.length], within(1e-12));
    assertThat(ridge.lossAfter())
        .isLessThanOrEqualTo(new Adaptation(stepping(prior)).adapt(start, problem).lossAfter());
  }

  /** The same prior with steps instead of the ridge. */
  private static Prior stepping(Prior ridge) {
    return new Prior(
        SHAPE,
        part ->
            part == PriorPart.STEP_RATE ? new float[part.length(SHAPE)] : ridge.part(part).clone());
  }

  @Test
  void withoutClicksAUserStaysAtTheStart() {
    SplittableRandom random = new SplittableRandom(1);
    float[] start = floats(random);

    InnerProblem nothing = problem(random, 0);
    UserWeights adapted = new Adaptation(prior(random, 0.1)).adapt(start, nothing);

    assertThat(adapted.values()).containsExactly(start);
    assertThat(adapted.lossBefore()).isZero();
    assertThat(new Adaptation(prior(RIDGE, random, 0.1)).adapt(start, nothing).values())
        .containsExactly(start);
  }

  @Test
  void softplusDoesNotOverflow() {
    assertThat(InnerObjective.softplus(0)).isCloseTo(Math.log(2), within(1e-12));
    assertThat(InnerObjective.softplus(1000)).isEqualTo(1000);
    assertThat(InnerObjective.softplus(-1000)).isZero();
  }

  private static Prior prior(SplittableRandom random, double rate) {
    return prior(SHAPE, random, rate);
  }

  private static Prior prior(PriorShape shape, SplittableRandom random, double rate) {
    Prior prior =
        new Prior(
            shape,
            part -> {
              float[] values = new float[part.length(shape)];
              for (int i = 0; i < values.length; i++) {
                values[i] =
                    (float) (part == PriorPart.STEP_RATE ? Math.log(rate) : random.nextGaussian());
              }
              return values;
            });
    return prior.with(PriorPart.ITEM_MOMENTS, ItemMoments.of(ITEMS, COUNTED, Progress.NONE));
  }

  private static InnerProblem problem(SplittableRandom random, int clicks) {
    double[][] rows = new double[clicks][];
    float[] biases = new float[clicks];
    float[] targets = new float[clicks];
    for (int row = 0; row < clicks; row++) {
      rows[row] = random.doubles(SHAPE.weightCount(), -2, 2).toArray();
      biases[row] = (float) random.nextGaussian();
      targets[row] = 1;
    }
    return new InnerProblem(rows, biases, targets);
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
