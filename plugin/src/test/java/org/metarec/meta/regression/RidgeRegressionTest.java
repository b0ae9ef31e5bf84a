package org.metarec.meta.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.testing.FiniteDifferences;
import org.metarec.testing.RandomTables;
import org.metarec.triple.Progress;

class RidgeRegressionTest {
  private static final int FEATURES = 4;
  private static final int OUTPUTS = 2;
  private static final int EXAMPLES = 9;
  private static final double PENALTY = 0.7;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theSolutionIsWhereThePenalisedErrorHasNoSlope(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights = random.doubles(EXAMPLES, 0, 2).toArray();
    float[][] rows = new float[EXAMPLES][];
    double[][] examples = new double[EXAMPLES][];
    RidgeRegression regression = new RidgeRegression(FEATURES, OUTPUTS);
    for (int i = 0; i < EXAMPLES; i++) {
      rows[i] = RandomTables.floats(random, OUTPUTS);
      examples[i] = random.doubles(FEATURES, -1, 1).toArray();
      regression.add(weights[i], examples[i], rows[i]);
    }
    for (int feature = 0; feature < FEATURES; feature++) {
      regression.penalise(feature, PENALTY);
    }
    double[] slope =
        FiniteDifferences.gradient(
            b -> penalisedError(b, weights, examples, rows), regression.solution(Progress.NONE));
    assertThat(slope).containsExactly(new double[FEATURES * OUTPUTS], within(1e-6));
  }

  private static double penalisedError(
      double[] b, double[] weights, double[][] examples, float[][] rows) {
    double sum = 0;
    for (int k = 0; k < OUTPUTS; k++) {
      for (int i = 0; i < EXAMPLES; i++) {
        double error = rows[i][k];
        for (int f = 0; f < FEATURES; f++) {
          error -= examples[i][f] * b[f * OUTPUTS + k];
        }
        sum += weights[i] * error * error;
      }
      for (int f = 0; f < FEATURES; f++) {
        sum += PENALTY * b[f * OUTPUTS + k] * b[f * OUTPUTS + k];
      }
    }
    return sum;
  }

  @Test
  void indicatorsAreFeaturesThatAreOne() {
    float[] rows = {3, -1, 5, 2};
    RidgeRegression byIndicators = new RidgeRegression(FEATURES, OUTPUTS);
    RidgeRegression byRows = new RidgeRegression(FEATURES, OUTPUTS);
    byIndicators.addIndicators(new int[] {1, 3}, rows, 0);
    byRows.add(1, new double[] {1, 1, 0, 1}, new float[] {3, -1});
    byIndicators.addIndicators(new int[] {2}, rows, OUTPUTS);
    byRows.add(1, new double[] {1, 0, 1, 0}, new float[] {5, 2});
    IntStream.range(0, FEATURES).forEach(feature -> byIndicators.penalise(feature, 1));
    IntStream.range(0, FEATURES).forEach(feature -> byRows.penalise(feature, 1));
    assertThat(byIndicators.solution(Progress.NONE)).isEqualTo(byRows.solution(Progress.NONE));
  }

  @Test
  void anIndeterminateFeatureIsRefused() {
    RidgeRegression regression = new RidgeRegression(2, 1);
    regression.add(1, new double[] {1, 2}, new float[] {3}); // one equation, two unknowns
    assertThatThrownBy(() -> regression.solution(Progress.NONE))
        .hasMessageContaining("not positive definite");
  }
}
