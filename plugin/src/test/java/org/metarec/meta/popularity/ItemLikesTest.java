package org.metarec.meta.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.testing.ClickTimes;
import org.metarec.triple.InteractionTimes;
import org.metarec.triple.Interactions;
import org.metarec.triple.ItemTimes;

class ItemLikesTest {
  private static final int CLICKS = 101;
  private static final int[] OFFSETS = {0, CLICKS};

  /** Of items 0 and 1 in turns, the last of item 2; item 3 has none. */
  private static ItemLikes likes(InteractionTimes times) {
    int[] items = IntStream.range(0, CLICKS).map(i -> i == CLICKS - 1 ? 2 : i % 2).toArray();
    float[] ratings = new float[CLICKS];
    Arrays.fill(ratings, Float.NaN);
    Interactions clicks = new Interactions(4, true, OFFSETS, items, ratings);
    return ItemLikes.of(clicks, times, new ItemTimes(new float[4]));
  }

  @Test
  void whereNobodySaysWhenLikesAreCounted() {
    ItemLikes likes = likes(ClickTimes.unknown(OFFSETS));

    assertThat(likes.likes(0)).isEqualTo(50);
    assertThat(likes.likes(2)).isEqualTo(1);
    assertThat(likes.known()).containsExactly(0, 1, 2);
    assertThat(likes.mean()).isCloseTo((2 * Math.log(51) + Math.log(2)) / 3, within(1e-6));
  }

  @Test
  void anItemThatCameWithTheLastClickIsExpectedToDoAboutAsTheOthers() {
    double[] times = IntStream.range(0, CLICKS).asDoubleStream().toArray();
    ItemLikes likes = likes(new InteractionTimes(OFFSETS, times));

    assertThat(likes.likes(0)).isEqualTo(50);
    assertThat(likes.likes(2)).isBetween(30f, 50f);
    assertThat(likes.known()).containsExactly(0, 1, 2);
  }
}
