package org.metarec.meta.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.testing.Clicks;
import org.metarec.triple.Progress;
import org.metarec.triple.time.Interactions;

/** Against sums over all likes, one by one. */
class FadedLikesTest {
  private static final int ITEMS = 12;
  private static final int USERS = 200;
  private static final LikeRates RATES = new LikeRates(0.3, 1);

  private Interactions likes;
  private FadedLikes faded;

  /** One interaction a user, at the moment of the user's number; some are dislikes. */
  private void draw(SplittableRandom random) {
    int[] items = IntStream.range(0, USERS).map(user -> random.nextInt(ITEMS)).toArray();
    float[] ratings = new float[USERS];
    for (int user = 0; user < USERS; user++) {
      ratings[user] = random.nextInt(5) == 0 ? 1 : 5;
    }
    int[] offsets = IntStream.rangeClosed(0, USERS).toArray();
    likes = Clicks.oneByOne(Clicks.withoutTimes(ITEMS, offsets, items, ratings));
    faded = new FadedLikes(new LikeHistory(likes, Progress.NONE), RATES);
  }

  private static double moment(int user) {
    return user / (double) USERS;
  }

  private int[] usersOf(int item, double before) {
    return IntStream.range(0, USERS)
        .filter(user -> likes.item(user, 0) == item && moment(user) < before)
        .toArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void allLikesButTheFirstCountAsTheirAgesSay(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    draw(random);
    int item = random.nextInt(ITEMS);
    double now = random.nextDouble();

    int[] users = usersOf(item, now);
    double sum =
        IntStream.of(users)
            .filter(user -> Interactions.liked(likes.rating(user, 0)))
            .mapToDouble(user -> Math.exp(-(now - moment(user)) / 0.3))
            .sum();
    double first = users.length == 0 ? 0 : Math.exp(-(now - moment(users[0])) / 0.3);

    assertThat(faded.sinceFirst(item, now)).isCloseTo(Math.max(0, sum - first), within(1e-9));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theMeanIsOfAllItemsTogether(long seed) {
    draw(new SplittableRandom(seed));

    double[] sums = new double[2];
    for (int item = 0; item < ITEMS; item++) {
      if (Arrays.stream(usersOf(item, 1)).anyMatch(u -> Interactions.liked(likes.rating(u, 0)))) {
        sums[0] += faded.sinceFirst(item, 1);
        sums[1] += 0.3 * (1 - Math.exp(-(1 - moment(usersOf(item, 1)[0])) / 0.3));
      }
    }

    assertThat(faded.mean()).isCloseTo(sums[0] / sums[1], within(1e-9));
  }
}
