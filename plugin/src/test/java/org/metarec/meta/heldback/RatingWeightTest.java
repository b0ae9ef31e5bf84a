package org.metarec.meta.heldback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.feature.RatingOffsets;
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

/** Users who each rated one film, film i 2 + i mod 3, and then liked another. */
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

  /**
   * Film i is liked with a probability in proportion to {@code exp(ofScore · score_i + o_i ·
   * ofRatings)}.
   */
  private static Interactions liked(double ofScore, double ofRatings, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    UserAdapter adapter = new UserAdapter(LearnedExample.MODEL);
    return ofEach(
        user -> {
          SupportSet support = SupportSet.before(RATED, user, 1);
          ItemWorth worth = new ItemWorth(adapter, new UserClicks(List.of(), support));
          return drawn(
              film -> ofScore * worth.of(film) + ofRatings * RATINGS.of(film),
              user % KNOWN,
              random);
        },
        user -> 5);
  }

  /** By the Gumbel-max trick. */
  private static int drawn(IntToDoubleFunction utility, int own, SplittableRandom random) {
    double[] perturbed =
        IntStream.range(0, KNOWN)
            .mapToDouble(
                film -> utility.applyAsDouble(film) - Math.log(-Math.log(random.nextDouble())))
            .toArray();
    return IntStream.range(0, KNOWN)
        .filter(film -> film != own)
        .boxed()
        .max(Comparator.comparingDouble(film -> perturbed[film]))
        .orElseThrow();
  }

  private static RatingWeight weight(RatingOffsets ratings, Interactions liked) {
    return new RatingWeight(ratings, new InteractionSplit(RATED, liked), NodeFeatures.none(USERS));
  }

  private static double fitted(Interactions liked) {
    return weight(RATINGS, liked)
        .fitted(LearnedExample.MODEL, new SplittableRandom(5), Progress.NONE);
  }

  /** Its standard deviation is .02. */
  @ParameterizedTest
  @MethodSource("org.metarec.testing.Seeds#ten")
  void itIsThatByWhichUsersChoose(long seed) {
    assertThat(fitted(liked(1, 1, seed))).isCloseTo(1, within(0.1));
  }

  /** The score counts half at least. The standard deviation is .05. */
  @ParameterizedTest
  @MethodSource("org.metarec.testing.Seeds#ten")
  void whereTheScoreTellsNothingRatingsDoNotDrownIt(long seed) {
    assertThat(fitted(liked(0, 1, seed))).isCloseTo(2, within(0.25));
  }

  @Test
  void whatIsRatedBetterIsNeverRecommendedLess() {
    assertThat(fitted(liked(1, -1, 1))).isZero();
  }

  /** What is rated 3 was not what was hoped for. */
  @Test
  void likesOfThreeDoNotTell() {
    Interactions liked = liked(1, 1, 1);

    assertThat(fitted(ofEach(user -> liked.item(user, 0), user -> 3))).isZero();
  }

  @Test
  void itCanBeToldByRatingsThatDifferAndLikesThatWereHeldBack() {
    Interactions liked = liked(1, 1, 1);
    Interactions none = ClicksAlone.split(RATED).heldBack();

    assertThat(weight(RATINGS, liked).canBeTold()).isTrue();
    assertThat(weight(RATINGS, none).canBeTold()).isFalse();
    assertThat(weight(RatingOffsets.none(TasteGraph.FILMS), liked).canBeTold()).isFalse();
  }
}
