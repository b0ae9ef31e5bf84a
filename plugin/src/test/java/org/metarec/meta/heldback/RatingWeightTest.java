package org.metarec.meta.heldback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.inner.ItemWorth;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.inner.UserClicks;
import org.metarec.testing.Clicks;
import org.metarec.testing.ClicksAlone;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.time.InteractionSplit;
import org.metarec.triple.time.Interactions;

/** Users who each rated one film, which makes the films 2, 3 and 4, and then liked another. */
class RatingWeightTest {
  private static final int KNOWN = TasteGraph.FILMS - TasteGraph.NEW_FILMS;
  private static final int USERS = 3000;
  private static final Interactions RATED = ofEach(user -> user % KNOWN, user -> 2 + user % 3);
  private static final RatingOffsets RATINGS = RatingOffsets.of(RATED);

  private static Interactions ofEach(IntUnaryOperator film, IntUnaryOperator rating) {
    float[] ratings = new float[USERS];
    for (int user = 0; user < USERS; user++) {
      ratings[user] = rating.applyAsInt(user);
    }
    return Clicks.withoutTimes(
        TasteGraph.FILMS,
        IntStream.rangeClosed(0, USERS).toArray(),
        IntStream.range(0, USERS).map(film).toArray(),
        ratings);
  }

  /** Film i is liked with a probability in proportion to {@code exp(score_i + weight · o_i)}. */
  private static int liked(int user, double weight, SplittableRandom random) {
    ItemWorth worth =
        new ItemWorth(
            new UserAdapter(LearnedExample.MODEL),
            new UserClicks(List.of(), SupportSet.before(RATED, user, 1)));
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int film = 0; film < KNOWN; film++) {
      double gumbel = -Math.log(-Math.log(random.nextDouble()));
      double utility = worth.of(film) + weight * RATINGS.of(film) + gumbel;
      if (film != user % KNOWN && utility > most) {
        most = utility;
        best = film;
      }
    }
    return best;
  }

  private static double fitted(RatingOffsets ratings, Interactions liked) {
    return new RatingWeight(ratings, new InteractionSplit(RATED, liked), NodeFeatures.none(USERS))
        .fitted(LearnedExample.MODEL, new SplittableRandom(5), Progress.NONE);
  }

  private static Interactions likedBy(double weight, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return ofEach(user -> liked(user, weight, random), user -> 5);
  }

  @ParameterizedTest
  @MethodSource("org.metarec.testing.Seeds#ten")
  void itIsThatByWhichUsersChoose(long seed) {
    assertThat(fitted(RATINGS, likedBy(1, seed))).isCloseTo(1, within(0.25));
  }

  @Test
  void whatIsRatedBetterIsNeverRecommendedLess() {
    assertThat(fitted(RATINGS, likedBy(-1, 1))).isZero();
  }

  @Test
  void whereRatingsTellNothingApartTheyDoNotCount() {
    assertThat(fitted(RatingOffsets.none(TasteGraph.FILMS), likedBy(1, 1))).isZero();
  }

  /** What is rated 3 was not what was hoped for. */
  @Test
  void likesOfThreeDoNotTell() {
    SplittableRandom random = new SplittableRandom(1);

    assertThat(fitted(RATINGS, ofEach(user -> liked(user, 1, random), user -> 3))).isZero();
  }

  @Test
  void whereNothingIsHeldBackTheyDoNotCount() {
    Interactions none = ClicksAlone.split(RATED).heldBack();

    assertThat(fitted(RATINGS, none)).isZero();
  }
}
