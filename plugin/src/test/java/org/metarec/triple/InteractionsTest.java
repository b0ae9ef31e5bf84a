package org.metarec.triple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InteractionsTest {

  /** User 0 clicked item 2, then rated item 0 with 2; user 1 did nothing; user 2 rated item 2. */
  private static final Interactions THREE_USERS =
      new Interactions(
          4, true, new int[] {0, 2, 2, 3}, new int[] {2, 0, 2}, new float[] {Float.NaN, 2f, 3f});

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
  void columnsOfDifferentLengthsAreRefused() {
    assertThatThrownBy(
            () -> new Interactions(1, true, new int[] {0, 1}, new int[] {0}, new float[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Interactions(1, true, new int[] {0, 2}, new int[] {0}, new float[] {1f}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 items, 1 ratings, rows end at 2");
  }
}
