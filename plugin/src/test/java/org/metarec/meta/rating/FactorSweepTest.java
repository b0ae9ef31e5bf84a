package org.metarec.meta.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.regression.PositiveDefinite;
import org.metarec.testing.Clicks;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.Workers;

class FactorSweepTest {
  private static final int WIDTH = 3;
  private static final int LENGTH = WIDTH + 1;
  private static final int USERS = 4;
  private static final int ITEMS = 6;
  private static final double NOISE = 0.7;

  private final FactorTable users = new FactorTable(USERS, WIDTH);
  private final FactorTable items = new FactorTable(ITEMS, WIDTH);
  private RatingRows ratings;
  private RowPrior prior;
  private FactorSweep sweep;

  private void run(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < items.rows().length; i++) {
      items.rows()[i] = (float) random.nextDouble(-1, 1);
      items.variances()[i] = (float) random.nextDouble(0, 0.3);
    }
    int[] offsets = {0, 5, 8, 10, 10};
    int[] clicked = {0, 1, 2, 3, 4, 2, 4, 5, 0, 5};
    float[] stars = new float[clicked.length];
    for (int i = 0; i < stars.length; i++) {
      stars[i] = i == 3 ? Float.NaN : 1 + random.nextInt(5);
    }
    ratings = RatingRows.of(Clicks.withoutTimes(ITEMS, offsets, clicked, stars), 3);
    NodeFeatures features =
        new NodeFeatures(List.of("a", "b"), new int[] {0, 1, 2, 3, 4}, new int[] {0, 1, 0, 1});
    prior = new RowPrior(features, LENGTH, 0.4, 0.5);
    for (int i = 0; i < prior.means().length; i++) {
      prior.means()[i] = random.nextDouble(-0.5, 0.5);
    }
    sweep = new FactorSweep(ratings, users, items, prior, NOISE);
    try (Workers workers = new Workers(1)) {
      sweep.run(workers, Progress.NONE);
    }
  }

  /**
   * Expected squared error of a user's ratings, the items' numbers being random: the mean over all
   * ways in which each lies one spread above or below its mean. As the prediction is linear in each
   * of them, every distribution of these means and spreads has the same.
   */
  private double error(int user, double[] row) {
    int ways = 1 << LENGTH;
    double sum = 0;
    for (int k = ratings.from(user); k < ratings.to(user); k++) {
      for (int way = 0; way < ways; way++) {
        double rest = ratings.value(k) - prediction(row, ratings.column(k) * LENGTH, way);
        sum += rest * rest / ways;
      }
    }
    return sum;
  }

  /** By an item of which the numbers whose bit is set lie above their means. */
  private double prediction(double[] row, int item, int way) {
    double sum = row[WIDTH];
    for (int k = 0; k < LENGTH; k++) {
      double spread = Math.sqrt(items.variances()[item + k]);
      double number = items.rows()[item + k] + ((way >> k & 1) == 1 ? spread : -spread);
      sum += (k == WIDTH ? 1 : row[k]) * number;
    }
    return sum;
  }

  private double energy(int user, double[] row) {
    double sum = error(user, row) / NOISE;
    double[] mean = prior.mean(user);
    for (int k = 0; k < LENGTH; k++) {
      sum += (row[k] - mean[k]) * (row[k] - mean[k]) * prior.precision()[k * LENGTH + k];
    }
    return sum / 2;
  }

  private double[] row(int user) {
    double[] row = new double[LENGTH];
    for (int k = 0; k < LENGTH; k++) {
      row[k] = users.rows()[user * LENGTH + k];
    }
    return row;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void noOtherRowExplainsTheRatingsBetter(long seed) {
    run(seed);

    for (int user = 0; user < 3; user++) {
      for (int k = 0; k < LENGTH; k++) {
        double[] above = row(user);
        double[] below = row(user);
        above[k] += 1e-3;
        below[k] -= 1e-3;
        assertThat((energy(user, above) - energy(user, below)) / 2e-3).isCloseTo(0, within(1e-5));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void aVarianceIsThatOfTheInverseCurvature(long seed) {
    run(seed);

    double[] curvature = new double[LENGTH * LENGTH];
    double step = 1e-2;
    for (int a = 0; a < LENGTH; a++) {
      for (int b = 0; b < LENGTH; b++) {
        double sum = 0;
        for (int signs = 0; signs < 4; signs++) {
          double[] moved = row(1);
          moved[a] += (signs & 1) == 0 ? step : -step;
          moved[b] += (signs & 2) == 0 ? step : -step;
          sum += (signs == 0 || signs == 3 ? 1 : -1) * energy(1, moved);
        }
        curvature[a * LENGTH + b] = sum / (4 * step * step);
      }
    }
    double[] covariance = new PositiveDefinite(curvature, LENGTH).inverse();
    for (int k = 0; k < LENGTH; k++) {
      assertThat(users.variances()[LENGTH + k])
          .isCloseTo((float) covariance[k * LENGTH + k], within(1e-5f));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void theErrorGrowsWithTheSpreadOfTheRows(long seed) {
    run(seed);

    double atTheRows = 0;
    for (int user = 0; user < USERS; user++) {
      atTheRows += error(user, row(user));
    }
    // tr(C G), and G / σ² = C⁻¹ - the prior's precision: at most σ² a coordinate of three users
    assertThat(sweep.squaredError() - atTheRows).isBetween(0.0, 3 * LENGTH * NOISE);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void aUserWithoutRatingsIsLeftAlone(long seed) {
    run(seed);

    assertThat(Arrays.copyOfRange(users.rows(), 3 * LENGTH, 4 * LENGTH)).containsOnly(0);
  }
}
