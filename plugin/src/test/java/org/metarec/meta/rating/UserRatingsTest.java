package org.metarec.meta.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.rating.RatingPart;
import org.metarec.model.rating.RatingPrior;
import org.metarec.testing.RandomTables;
import org.metarec.testing.RatingWorld;

class UserRatingsTest {
  private static final int WIDTH = 3;

  private static List<float[]> items(SplittableRandom random, int count) {
    return Stream.generate(() -> RandomTables.floats(random, WIDTH + 2)).limit(count).toList();
  }

  private static List<Float> ratings(SplittableRandom random, float added) {
    return random.ints(20, 1, 5).mapToObj(stars -> stars + added).toList();
  }

  /** A prior that knows hardly anything. */
  private static RatingPrior vague() {
    RatingPrior prior = RatingWorld.prior(WIDTH, 1);
    float[] precision = prior.part(RatingPart.USER_PRECISION);
    for (int i = 0; i < precision.length; i++) {
      precision[i] *= 1e-5f;
    }
    return prior;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void aUserWhoRatesAllOneStarHigherGetsOneStarMore(long seed) {
    List<float[]> items = items(new SplittableRandom(seed), 20);
    List<Float> ratings = ratings(new SplittableRandom(seed), 0);
    List<Float> higher = ratings(new SplittableRandom(seed), 1);

    UserRatings user = UserRatings.of(vague(), 3, List.of(), items, ratings);
    UserRatings generous = UserRatings.of(vague(), 3, List.of(), items, higher);

    for (float[] item : items) {
      assertThat(generous.predict(item)).isCloseTo(user.predict(item) + 1, within(1e-3));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void withoutRatingsAUserIsWhatHisFeaturesLetExpect(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RatingPrior prior = RatingWorld.prior(WIDTH, 1);
    float[] means = prior.part(RatingPart.USER_MEANS);
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) random.nextDouble(-1, 1);
    }
    float[] item = items(random, 1).get(0);
    double expected = 3 + item[WIDTH] + means[WIDTH] + means[2 * WIDTH + 1];
    for (int k = 0; k < WIDTH; k++) {
      expected += item[k] * (means[k] + means[WIDTH + 1 + k]);
    }

    UserRatings user = UserRatings.of(prior, 3, List.of(0), List.of(), List.of());

    assertThat(user.predict(item)).isCloseTo(expected, within(1e-6));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theRowIsWhereTheErrorsAndThePriorAreInBalance(long seed) {
    assertThat(imbalance(seed, 0)).isCloseTo(0, within(1e-5));
  }

  /**
   * Four rounds do not end quite where Huber's loss is least; unweighted, 2.3 and more are left.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void aRatingFarOffPullsByHubersSlopeAlone(long seed) {
    assertThat(imbalance(seed, 8)).isCloseTo(0, within(0.4));
  }

  /**
   * What is left of the gradient of Huber's loss and the prior at a fitted row: the greatest part.
   *
   * @param added to one of the ratings, in deviations of the noise; the others are near
   */
  private static double imbalance(long seed, float added) {
    SplittableRandom random = new SplittableRandom(seed);
    List<float[]> items = items(random, 6);
    List<Float> ratings = new ArrayList<>();
    items.forEach(item -> ratings.add(3 + item[WIDTH] + (float) random.nextDouble(-0.5, 0.5)));
    ratings.set(0, ratings.get(0) + added);
    UserRatings user = UserRatings.of(RatingWorld.prior(WIDTH, 1), 3, List.of(), items, ratings);
    double[] row = row(user);
    double[] left = new double[WIDTH + 1];
    for (int k = 0; k <= WIDTH; k++) {
      left[k] = -0.8 * row[k];
      for (int i = 0; i < items.size(); i++) {
        double off = ratings.get(i) - user.predict(items.get(i));
        double slope = Math.max(-1.2, Math.min(1.2, off)); // off, weighted with δ / |off| beyond δ
        left[k] += slope * (k == WIDTH ? 1 : items.get(i)[k]);
      }
    }
    return DoubleStream.of(left).map(Math::abs).max().orElseThrow();
  }

  /** Factors and offset of a user, from what items of one factor each are given. */
  private static double[] row(UserRatings user) {
    double offset = user.predict(new float[WIDTH + 2]) - 3;
    double[] row = new double[WIDTH + 1];
    row[WIDTH] = offset;
    for (int k = 0; k < WIDTH; k++) {
      float[] item = new float[WIDTH + 2];
      item[k] = 1;
      row[k] = user.predict(item) - 3 - offset;
    }
    return row;
  }

  @Test
  void oneRatingFarOffMovesAUserLessThanItsShare() {
    float[] item = {0, 0, 0, 0, 1};
    List<float[]> items = Collections.nCopies(7, item);
    List<Float> one = List.of(4f, 4f, 4f, 4f, 4f, 4f, 1f);
    RatingPrior prior = RatingWorld.prior(WIDTH, 0.25f);

    double robust = UserRatings.of(prior, 3, List.of(), items, one).predict(item);

    double squared = 3 + (6 * 1 - 2) / (7 + 0.8 * 0.25);
    assertThat(robust).isBetween(squared + 0.15, 4.0);
  }
}
