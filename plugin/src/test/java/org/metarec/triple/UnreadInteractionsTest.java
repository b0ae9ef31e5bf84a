package org.metarec.triple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnreadInteractionsTest {

  /** So many users, each of so many different ones of so many items. */
  private static Interactions interactions(int users, int each, int items, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] offsets = IntStream.rangeClosed(0, users).map(user -> user * each).toArray();
    int[] all =
        IntStream.range(0, users)
            .flatMap(user -> IntStream.of(RandomOrder.of(items, random)).limit(each))
            .toArray();
    return new Interactions(items, true, offsets, all, new float[all.length]);
  }

  private static int unread(UnreadInteractions unread, Interactions all, int user) {
    return (int) all.items(user).filter(item -> unread.has(user, item)).count();
  }

  @ParameterizedTest
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void eachUserAndEachItemIsReadOnce(long seed) {
    Interactions all = interactions(20, 3, 7, seed);
    UnreadInteractions unread = UnreadInteractions.of(all, seed);
    BitSet read = new BitSet();
    for (int user = 0; user < all.userCount(); user++) {
      int u = user;
      assertThat(unread.has(user, all.item(user, 2))).isFalse();
      all.items(user).filter(item -> !unread.has(u, item)).forEach(read::set);
    }
    int[] users = all.usersPerItem();
    assertThat(read.cardinality())
        .isEqualTo((int) IntStream.of(users).filter(count -> count > 0).count());
  }

  /** (30 / 60)² of 30 items, (30 / 120)² of 90, but for those that are kept. */
  @Test
  void moreIsUnreadOfWhoHasLess() {
    Interactions few = interactions(500, 30, 1000, 1);
    Interactions many = interactions(500, 90, 1000, 1);

    assertThat(share(few)).isCloseTo(1 / 4.0, withinPercentage(15));
    assertThat(share(many)).isCloseTo(1 / 16.0, withinPercentage(15));
    assertThat(UnreadInteractions.of(few, 42).shareOfTasks(7)).isEqualTo(1 / 4.0);
    assertThat(UnreadInteractions.of(many, 42).shareOfTasks(7)).isEqualTo(1 / 8.0);
  }

  private static double share(Interactions all) {
    UnreadInteractions unread = UnreadInteractions.of(all, 42);
    int count = IntStream.range(0, all.userCount()).map(user -> unread(unread, all, user)).sum();
    return count / (double) all.size();
  }

  @Test
  void itsTriplesAreThoseOfAnyRelation() {
    Interactions all = interactions(2, 3, 4, 1);
    UnreadInteractions unread = UnreadInteractions.of(all, 42);
    int[] heads = {4, 4, 4, 4, 4, 4, 4, 4, 0, 6};
    int[] relations = {0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    int[] tails = {0, 1, 2, 3, 0, 1, 2, 3, 1, 2};
    BitSet places = unread.placesIn(new Triples(7, 2, heads, relations, tails));

    for (int item = 0; item < 4; item++) {
      assertThat(places.get(item)).isEqualTo(unread.has(0, item));
      assertThat(places.get(4 + item)).isEqualTo(unread.has(0, item));
    }
    assertThat(places.get(8)).as("of two items").isFalse();
    assertThat(places.get(9)).as("of what is no user").isFalse();
  }

  @Test
  void ofNoneNothingIsUnread() {
    assertThat(UnreadInteractions.none().has(3, 5)).isFalse();
    assertThat(UnreadInteractions.none().shareOfTasks(3)).isZero();
  }
}
