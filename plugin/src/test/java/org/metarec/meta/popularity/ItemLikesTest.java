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
  private static final Interactions INTERACTIONS = interactions();

  /** One a user: of items 0 and 1 in turns, the last of item 2; item 3 has none. */
  private static Interactions interactions() {
    int[] items = IntStream.range(0, CLICKS).map(i -> i == CLICKS - 1 ? 2 : i % 2).toArray();
    float[] ratings = new float[CLICKS];
    Arrays.fill(ratings, Float.NaN);
    int[] ofUsers = IntStream.rangeClosed(0, CLICKS).toArray();
    return new Interactions(4, true, ofUsers, items, ratings);
  }

  private static ItemLikes likes(InteractionTimes times) {
    return ItemLikes.of(INTERACTIONS, times, new ItemTimes(new float[4]));
  }

  @Test
  void whereNobodySaysWhenLikesAreCounted() {
    ItemLikes likes = likes(ClickTimes.unknown(INTERACTIONS));

    assertThat(likes.likes(0)).isEqualTo(50);
    assertThat(likes.likes(2)).isEqualTo(1);
    assertThat(likes.known()).containsExactly(0, 1, 2);
    assertThat(likes.mean()).isCloseTo((2 * Math.log(51) + Math.log(2)) / 3, within(1e-6));
  }

  /** m is 98 likes after the first ones in two whole times, τ a 101st of it. */
  @Test
  void anItemThatCameWithTheLastClickIsExpectedToDoAboutAsTheOthers() {
    double[] times = IntStream.range(0, CLICKS).asDoubleStream().toArray();
    ItemLikes likes = likes(ClickTimes.of(INTERACTIONS, times));

    assertThat(likes.likes(0)).isEqualTo(50);
    double mean = 98 / (1 + 100 / 101.0 + 1 / 101.0);
    double exposure = 1 / 101.0;
    assertThat(likes.likes(1)).isCloseTo(50.490f, within(1e-3f));
    assertThat(likes.likes(2))
        .isCloseTo((float) (1 + (1 - exposure) / (1 / mean + exposure)), within(1e-3f));
    assertThat(likes.known()).containsExactly(0, 1, 2);
  }
}
