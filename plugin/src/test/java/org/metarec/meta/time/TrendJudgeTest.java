package org.metarec.meta.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.meta.regression.Choice;

/** Two alternatives, of which the one with a feature is chosen three times of four. */
class TrendJudgeTest {
  private static final double WITHOUT_END = Double.POSITIVE_INFINITY;

  private static List<Choice> choices(int count) {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                random.nextInt(4) > 0
                    ? new Choice(new double[2], new double[] {1, 0})
                    : new Choice(new double[2], new double[] {0, 1}))
        .toList();
  }

  @Test
  void aFeatureIsWorthTheLogarithmOfTheOdds() {
    double worth = new TrendJudge(1, 1, WITHOUT_END).fitted(choices(10_000)).setting()[0];
    assertThat(worth).isBetween(Math.log(2.7), Math.log(3.3));
  }

  @Test
  void butNotMoreThanTheMost() {
    assertThat(new TrendJudge(1, 1, 0.5).fitted(choices(10_000)).setting()).containsExactly(0.5);
    assertThat(new TrendJudge(1, 1, 0).fitted(choices(10_000)).setting()).containsExactly(0);
  }

  @Test
  void theLaterHalfJudges() {
    TrendJudge judge = new TrendJudge(1, 1, WITHOUT_END);

    assertThat(judge.fitted(choices(1_000)).logLikelihoods()).hasSize(500);
    assertThat(judge.none(choices(1_000)).logLikelihoods()).containsOnly(-Math.log(2));
  }

  @Test
  void fewChoicesDoNotTell() {
    assertThat(new TrendJudge(1, 1, 0).isUndecided(99)).isTrue();
    assertThat(new TrendJudge(1, 1, 0).isUndecided(100)).isFalse();
    assertThat(new TrendJudge(0, 1, 0).isUndecided(100)).as("no features").isTrue();
  }
}
