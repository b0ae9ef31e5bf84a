package org.metarec.triple.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.metarec.testing.Clicks;

class InteractionsTest {
  private static final double NOW = 1_800_000_000;

  /** User 0 clicked item 2, then rated item 0 with 2; user 1 did nothing; user 2 rated item 2. */
  private static final Interactions THREE_USERS =
      Clicks.withoutTimes(
          4, new int[] {0, 2, 2, 3}, new int[] {2, 0, 2}, new float[] {Float.NaN, 2f, 3f});

  @Test
  void rowsAreReadUserByUser() {
    assertThat(THREE_USERS.userCount()).isEqualTo(3);
    assertThat(THREE_USERS.itemCount()).isEqualTo(4);
    assertThat(THREE_USERS.size()).isEqualTo(3);
    assertThat(THREE_USERS.size(0)).isEqualTo(2);
    assertThat(THREE_USERS.size(1)).isZero();
    assertThat(THREE_USERS.item(0, 1)).isZero();
    assertThat(THREE_USERS.item(2, 0)).isEqualTo(2);
    assertThat(THREE_USERS.rating(2, 0)).isEqualTo(3f);
    assertThat(THREE_USERS.knownUsers().stream()).containsExactly(0, 2);
    assertThat(THREE_USERS.knownItems().stream()).containsExactly(0, 2);
  }

  @Test
  void aClickAndAnAverageRatingAreLiked() {
    assertThat(Interactions.liked(Float.NaN)).isTrue();
    assertThat(Interactions.liked(3f)).isTrue();
    assertThat(Interactions.liked(2.9f)).isFalse();
  }

  @Test
  void usersOfItemsAreCounted() {
    assertThat(THREE_USERS.usersPerItem()).containsExactly(1, 0, 2, 0);
  }

  @Test
  void likesOfItemsAreCounted() {
    Interactions rated =
        Clicks.withoutTimes(2, new int[] {0, 1, 3}, new int[] {0, 1, 0}, new float[] {5, 3, 1});
    assertThat(rated.likesPerItem()).containsExactly(1, 1);
  }

  @Test
  void columnsOfDifferentLengthsAreRefused() {
    assertThatThrownBy(() -> Clicks.withoutTimes(1, new int[] {0, 1}, new int[1], new float[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Clicks.withoutTimes(1, new int[] {0, 2}, new int[1], new float[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 items, 1 ratings, 1 times, rows end at 2");
  }

  @Test
  void withoutTimesTheOrderMeansNothing() {
    assertThat(THREE_USERS.isInTime()).isFalse();
    assertThat(THREE_USERS.hasMoment(0, 1)).isFalse();
    assertThat(THREE_USERS.latest(NOW)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  /** User 0 clicked item 2 at no time, then item 0; the last is left. */
  @Test
  void timesAndArrivalsOfThoseThatAreLeftAreAsBefore() {
    BitSet last = new BitSet();
    last.set(2);
    Interactions some = Clicks.at(THREE_USERS, Double.NEGATIVE_INFINITY, 5, 7).select(last);

    assertThat(some.size()).isEqualTo(1);
    assertThat(some.moment(2, 0)).isEqualTo(7);
    assertThat(some.age(2, 0)).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(some.arrivals().moment(0)).isEqualTo(5);
    assertThat(some.isInTime()).isTrue();
  }

  private static double latest(double... times) {
    return Clicks.at(Clicks.oneEach(1, new int[times.length]), times).latest(NOW);
  }

  @Test
  void aClickThatIsDatedInTheFutureIsNotTheLast() {
    assertThat(latest(NOW - 20, NOW - 10, NOW + 1e9)).isEqualTo(NOW - 10);
    assertThat(latest(Double.NEGATIVE_INFINITY, NOW)).isEqualTo(NOW);
  }

  @Test
  void timesInMillisecondsAreTakenAsTheyAre() {
    assertThat(latest(0, 1000 * NOW - 5, 1000 * NOW)).isEqualTo(1000 * NOW);
  }
}
