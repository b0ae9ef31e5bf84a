package org.metarec.meta.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.testing.Impatient;

class PositiveDefiniteTest {
  private static final int SIZE = 7;

  /** {@code G Gᵀ + I}. */
  private static double[] matrix(SplittableRandom random) {
    double[] factor = random.doubles(SIZE * SIZE, -1, 1).toArray();
    double[] matrix = new double[SIZE * SIZE];
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        matrix[row * SIZE + column] = row == column ? 1 : 0;
        for (int k = 0; k < SIZE; k++) {
          matrix[row * SIZE + column] += factor[row * SIZE + k] * factor[column * SIZE + k];
        }
      }
    }
    return matrix;
  }

  private static double[] times(double[] matrix, double[] vector) {
    double[] product = new double[SIZE];
    for (int row = 0; row < SIZE; row++) {
      for (int k = 0; k < SIZE; k++) {
        product[row] += matrix[row * SIZE + k] * vector[k];
      }
    }
    return product;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theSolutionTimesTheMatrixIsTheRightSide(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] matrix = matrix(random);
    double[] right = random.doubles(SIZE, -1, 1).toArray();
    PositiveDefinite factored = new PositiveDefinite(matrix, SIZE);

    assertThat(times(matrix, factored.solve(right))).containsExactly(right, within(1e-10));
    assertThat(times(factored.inverse(), times(matrix, right)))
        .containsExactly(right, within(1e-10));
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteIsRefused() {
    assertThatThrownBy(() -> new PositiveDefinite(new double[] {1, 0, 2, 1}, 2))
        .hasMessageContaining("pivot 1 is -3.0");
    assertThatThrownBy(() -> new PositiveDefinite(new double[] {Double.NaN}, 1))
        .hasMessageContaining("not positive definite");
  }

  @Test
  void aCallerWhoWantsNoMoreIsHeardBeforeTheLastRow() {
    double[] matrix = matrix(new SplittableRandom(1));

    assertThatThrownBy(() -> new PositiveDefinite(matrix, SIZE, new Impatient(SIZE - 1)))
        .isInstanceOf(CancellationException.class);
    assertThatCode(() -> new PositiveDefinite(matrix, SIZE, new Impatient(SIZE)))
        .doesNotThrowAnyException();
  }
}
