package org.metarec.meta.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionalLogitTest {
  private static final double[] MEAN = {0.5, -1, 0};
  private static final double DEVIATION = 0.7;
  private static final double STEP = 1e-6;

  private static List<Choice> choices(SplittableRandom random) {
    List<Choice> choices = new ArrayList<>();
    for (int i = random.nextInt(20); i >= 0; i--) {
      int alternatives = 1 + random.nextInt(6);
      double[] features = random.doubles((long) alternatives * MEAN.length, -3, 3).toArray();
      choices.add(new Choice(random.doubles(alternatives, -3, 3).toArray(), features));
    }
    return choices;
  }

  private static double logPosterior(double[] at, List<Choice> choices) {
    double sum = 0;
    for (int f = 0; f < MEAN.length; f++) {
      double deviations = (at[f] - MEAN[f]) / DEVIATION;
      sum -= deviations * deviations / 2;
    }
    for (Choice choice : choices) {
      sum += choice.logLikelihood(at);
    }
    return sum;
  }

  private static double[] with(double[] at, int feature, double by) {
    double[] moved = at.clone();
    moved[feature] += by;
    return moved;
  }

  @ParameterizedTest
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theGradientAndItsOwnAreThoseOfFiniteDifferences(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Choice choice = choices(random).get(0);
    double[] at = random.doubles(MEAN.length, -1, 1).toArray();
    double[] gradient = new double[MEAN.length];
    double[] information = new double[MEAN.length * MEAN.length];
    choice.addDerivatives(at, gradient, information);

    for (int f = 0; f < MEAN.length; f++) {
      double more = choice.logLikelihood(with(at, f, STEP));
      double less = choice.logLikelihood(with(at, f, -STEP));
      assertThat(gradient[f]).isCloseTo((more - less) / (2 * STEP), within(1e-6));
      double[] ofMore = new double[MEAN.length];
      double[] ofLess = new double[MEAN.length];
      choice.addDerivatives(with(at, f, STEP), ofMore, new double[information.length]);
      choice.addDerivatives(with(at, f, -STEP), ofLess, new double[information.length]);
      for (int g = 0; g <= f; g++) {
        assertThat(information[f * MEAN.length + g])
            .isCloseTo((ofLess[g] - ofMore[g]) / (2 * STEP), within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void noOtherCoefficientsAreMoreLikely(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Choice> choices = choices(random);
    double[] best = new ConditionalLogit(MEAN, DEVIATION).mostLikely(choices);

    for (int f = 0; f < MEAN.length; f++) {
      double slope =
          logPosterior(with(best, f, STEP), choices) - logPosterior(with(best, f, -STEP), choices);
      assertThat(slope / (2 * STEP)).isCloseTo(0, within(1e-5));
    }
  }

  @Test
  void withoutChoicesThePriorTells() {
    assertThat(new ConditionalLogit(MEAN, DEVIATION).mostLikely(List.of())).containsExactly(MEAN);
  }

  /** Of two that differ by 1 the larger is chosen three times of four. */
  @Test
  void manyChoicesTellTheLogOfTheOdds() {
    Choice larger = new Choice(new double[2], new double[] {1, 0});
    Choice smaller = new Choice(new double[2], new double[] {0, 1});
    List<Choice> choices = new ArrayList<>(Collections.nCopies(30_000, larger));
    choices.addAll(Collections.nCopies(10_000, smaller));

    double[] found = new ConditionalLogit(new double[1], 1).mostLikely(choices);

    assertThat(found[0]).isCloseTo(Math.log(3), within(1e-3));
  }

  /** What is always chosen would have an infinite coefficient; scores of 1,000 do not overflow. */
  @Test
  void thePriorBoundsWhatIsSure() {
    Choice sure = new Choice(new double[] {0, 1000}, new double[] {2, 0});
    double[] found = new ConditionalLogit(new double[1], 64).mostLikely(List.of(sure));
    assertThat(found[0]).isBetween(400.0, 600.0);
  }
}
