package org.metarec.meta.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.task.RecentLikes.Like;
import org.metarec.testing.ClickTimes;
import org.metarec.triple.Interactions;

/** A thousand clicks, one a moment, so that the last eighth is recent. */
class RecentLikesTest {
  private static final int CLICKS = 1000;
  private static final int FIRST_RECENT = 875;
  private static final int FILMS = 20;

  /** Two old films, then film 19, which another user has clicked before. */
  private static final int[] OLD_THEN_NEW = {0, 1, 19};

  private static final int[] WHEN = {100, 910, 920};

  /** User 0 does what is said, and each other click is of another user. */
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
    return new Interactions(FILMS, true, offsets, all, ratings);
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
    Interactions clicks = clicks(rating);
    return RecentLikes.of(clicks, ClickTimes.of(clicks, times()));
  }

  private static List<Like> all(RecentLikes likes) {
    return likes.some(CLICKS, new SplittableRandom(1));
  }

  @Test
  void theFirstLikeOfAnItemTellsThatItIsThereAndDoesNotCount() {
    RecentLikes likes = recent(Float.NaN);

    assertThat(all(likes)).hasSize(CLICKS - FIRST_RECENT - 2); // films 18 and 19 came
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
    SupportSet before = likes.before(new Like(0, 2));

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
    List<Like> some = recent(Float.NaN).some(50, new SplittableRandom(1));

    assertThat(some).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void withoutTimesNothingIsRecent() {
    Interactions clicks = clicks(Float.NaN);
    RecentLikes likes = RecentLikes.of(clicks, ClickTimes.unknown(clicks));

    assertThat(all(likes)).isEmpty();
    assertThat(IntStream.range(0, FILMS)).noneMatch(likes::hasJustCome);
  }

  @Test
  void ofWhatCameAllAtOnceNothingIsTold() {
    Interactions clicks = clicks(Float.NaN);

    assertThat(all(RecentLikes.of(clicks, ClickTimes.atOnce(clicks)))).isEmpty();
  }
}
