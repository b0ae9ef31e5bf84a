package org.metarec.meta.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.level.RecentLikes.Like;
import org.metarec.testing.Clicks;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.time.Interactions;

/** A thousand clicks, one a moment, so that the last eighth is recent. */
class RecentLikesTest {
  private static final int CLICKS = 1000;
  private static final int FILMS = 20;

  /** Two old films, then film 19, which another user has clicked before. */
  private static final int[] OLD_THEN_NEW = {0, 1, 19};

  private static final int[] WHEN = {100, 910, 920};

  /** User 0 does what is said, and each other click is of another user; nobody said when. */
  private static Interactions clicks(float rating) {
    int[] items = new int[CLICKS];
    for (int moment = 0; moment < CLICKS; moment++) {
      items[moment] = moment == 899 ? 19 : moment == 950 ? 18 : moment % 10;
    }
    IntStream others = IntStream.range(0, CLICKS).filter(i -> !isOfFirstUser(i));
    int[] all =
        IntStream.concat(IntStream.of(OLD_THEN_NEW), others.map(moment -> items[moment])).toArray();
    int[] ends = IntStream.rangeClosed(WHEN.length, CLICKS).toArray();
    int[] offsets = IntStream.concat(IntStream.of(0), IntStream.of(ends)).toArray();
    float[] ratings = new float[CLICKS];
    Arrays.fill(ratings, rating);
    return Clicks.withoutTimes(FILMS, offsets, all, ratings);
  }

  private static boolean isOfFirstUser(int moment) {
    return IntStream.of(WHEN).anyMatch(when -> when == moment);
  }

  private static double[] times() {
    return DoubleStream.concat(
            IntStream.of(WHEN).asDoubleStream(),
            IntStream.range(0, CLICKS).filter(i -> !isOfFirstUser(i)).asDoubleStream())
        .toArray();
  }

  private static RecentLikes recent(float rating) {
    return recent(Clicks.at(clicks(rating), times()));
  }

  private static RecentLikes recent(Interactions interactions) {
    NodeFeatures none = NodeFeatures.none(interactions.userCount());
    return RecentLikes.of(interactions, none, Progress.NONE);
  }

  private static List<Like> all(RecentLikes likes) {
    return likes.some(CLICKS, item -> true, new SplittableRandom(1));
  }

  @Test
  void theFirstLikeOfAnItemTellsThatItIsThereAndDoesNotCount() {
    RecentLikes likes = recent(Float.NaN);

    assertThat(all(likes)).hasSize(CLICKS - 900 - 1); // film 19 came at 899, film 18 at 950
    assertThat(all(likes).stream().map(likes::item).filter(item -> item >= 10)).containsExactly(19);
  }

  @Test
  void itemsThatCameInTheStretchHaveJustCome() {
    RecentLikes likes = recent(Float.NaN);

    assertThat(IntStream.range(0, 10)).noneMatch(likes::hasJustCome);
    assertThat(IntStream.of(18, 19)).allMatch(likes::hasJustCome);
  }

  @Test
  void aUserIsAdaptedFromWhatCameBefore() {
    RecentLikes likes = recent(Float.NaN);
    SupportSet before = likes.before(new Like(0, 2)).support();

    assertThat(IntStream.range(0, before.size()).map(before::item)).containsExactly(0, 1);
  }

  @Test
  void whatCouldHaveBeenLikedWasThereAndNewToTheUser() {
    IntPredicate mayBeLiked = recent(Float.NaN).mayBeLiked(new Like(0, 2));

    assertThat(IntStream.range(2, 10)).allMatch(mayBeLiked::test);
    assertThat(mayBeLiked.test(19)).isTrue();
    assertThat(IntStream.of(0, 1)).noneMatch(mayBeLiked::test);
    assertThat(mayBeLiked.test(18)).isFalse(); // comes at moment 950
  }

  @Test
  void whatIsNotLikedDoesNotCount() {
    assertThat(all(recent(1))).isEmpty();
    assertThat(all(recent(5))).isNotEmpty();
  }

  @Test
  void fromSomeAreDrawn() {
    List<Like> some = recent(Float.NaN).some(50, item -> true, new SplittableRandom(1));

    assertThat(some).hasSize(50).doesNotHaveDuplicates();
  }

  /** A tenth has times, so the last sixteenth is known, and not the last eighth. */
  @Test
  void theStretchIsNoLongerThanTimesTell() {
    double[] late =
        DoubleStream.of(times()).map(t -> t < 900 ? Double.NEGATIVE_INFINITY : t).toArray();

    RecentLikes likes = recent(Clicks.at(clicks(Float.NaN), late));

    assertThat(likes.hasJustCome(18)).isTrue();
    assertThat(all(likes)).isNotEmpty();
  }

  @Test
  void withoutTimesNothingIsRecent() {
    RecentLikes likes = recent(clicks(Float.NaN));

    assertThat(all(likes)).isEmpty();
    assertThat(IntStream.range(0, FILMS)).noneMatch(likes::hasJustCome);
  }

  @Test
  void ofWhatCameAllAtOnceNothingIsTold() {
    Interactions atOnce = Clicks.atOnce(clicks(Float.NaN));

    assertThat(all(recent(atOnce))).isEmpty();
  }

  /** Two films come one after the other; then they are clicked in turn with older ones. */
  private static RecentLikes ofTwoFilmsThatCome(int atFirst, int likes) {
    int clicks = 64_000;
    int[] items = IntStream.range(0, clicks).map(moment -> moment % 10).toArray();
    items[atFirst] = 10;
    items[clicks - 1000] = 11;
    for (int i = 1; i <= likes; i++) {
      items[clicks - i] = 11;
    }
    return recent(Clicks.oneByOne(Clicks.oneEach(FILMS, items)));
  }

  @Test
  void theStretchIsTheShortestWithAHundredLikesOfWhatHadJustCome() {
    int before = 64_000 - 1500; // not in the last 1/64, but in the last 1/32

    assertThat(ofTwoFilmsThatCome(before, 100).hasJustCome(10)).isFalse();
    assertThat(ofTwoFilmsThatCome(before, 99).hasJustCome(10)).isTrue();
    assertThat(ofTwoFilmsThatCome(64_000 / 2, 0).hasJustCome(10)).isFalse(); // 1/8 at most
  }
}
