package org.metarec.meta.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.testing.Clicks;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.ItemTimes;

class ItemLikesTest {
  private static final int CLICKS = 101;
  private static final Interactions INTERACTIONS = interactions();

  /** One a user: of items 0 and 1 in turns, the last of item 2; item 3 has none. */
  private static Interactions interactions() {
    int[] items = IntStream.range(0, CLICKS).map(i -> i == CLICKS - 1 ? 2 : i % 2).toArray();
    return Clicks.oneEach(4, items);
  }

  private static ItemLikes likes(Interactions interactions, LikeRates rates) {
    return ItemLikes.of(interactions, rates, new ItemTimes(new float[4]));
  }

  @Test
  void whereNobodySaysWhenLikesAreCounted() {
    ItemLikes likes = likes(INTERACTIONS, LikeRates.LASTING);

    assertThat(likes.likes(0)).isEqualTo(50);
    assertThat(likes.likes(2)).isEqualTo(1);
    assertThat(likes.known()).containsExactly(0, 1, 2);
    assertThat(likes.mean()).isCloseTo((2 * Math.log(51) + Math.log(2)) / 3, within(1e-6));
  }

  /** m is 98 likes after the first ones in two whole times, τ a 101st of it. */
  @Test
  void anItemThatCameWithTheLastClickIsExpectedToDoAboutAsTheOthers() {
    ItemLikes likes = likes(Clicks.oneByOne(INTERACTIONS), LikeRates.LASTING);

    assertThat(likes.likes(0)).isEqualTo(50);
    double mean = 98 / (1 + 100 / 101.0 + 1 / 101.0);
    double exposure = 1 / 101.0;
    assertThat(likes.likes(1)).isCloseTo(50.490f, within(1e-3f));
    assertThat(likes.likes(2))
        .isCloseTo((float) (1 + (1 - exposure) / (1 / mean + exposure)), within(1e-3f));
    assertThat(likes.known()).containsExactly(0, 1, 2);
  }

  /** The likes of the last quarter count, about; of all that was missed as much. */
  @Test
  void whereLikesFadeThoseOfLateCount() {
    LikeRates rates = new LikeRates(0.25, 0.5);
    ItemLikes likes = likes(Clicks.oneByOne(INTERACTIONS), rates);
    double[] sums = new double[2];
    for (int click = 0; click < CLICKS - 1; click++) {
      sums[click % 2] += Math.exp((click - CLICKS) / (0.25 * CLICKS));
    }

    assertThat(likes.likes(0)).isCloseTo((float) sums[0], within(1e-4f)).isLessThan(13);
    double exposure = 0.25 * (1 - Math.exp(-1 / 101.0 / 0.25));
    double whole = 0.25 * (1 - Math.exp(-1 / 0.25));
    double late = 0.25 * (1 - Math.exp(-100 / 101.0 / 0.25));
    double firsts = Math.exp(-1 / 0.25) + Math.exp(-100 / 101.0 / 0.25);
    double mean = (sums[0] + sums[1] - firsts) / (whole + late + exposure);
    assertThat(likes.likes(2))
        .isCloseTo(
            (float)
                (Math.exp(-1 / 101.0 / 0.25) + (whole - exposure) * 0.5 / (0.5 / mean + exposure)),
            within(1e-4f));
  }
}
