package org.metarec.triple.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.testing.Clicks;
import org.metarec.triple.RandomOrder;
import org.metarec.triple.Triples;

class UnreadInteractionsTest {

  /** So many users, each of so many different ones of so many items. */
  private static Interactions interactions(int users, int each, int items, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] offsets = IntStream.rangeClosed(0, users).map(user -> user * each).toArray();
    int[] all =
        IntStream.range(0, users)
            .flatMap(user -> IntStream.of(RandomOrder.of(items, random)).limit(each))
            .toArray();
    return Clicks.of(items, offsets, all);
  }

  /** Of relation 0 all of them, of relation 1 the last of each user, and a link of two items. */
  private static Triples triples(Interactions all) {
    int links = all.size() + all.userCount() + 1;
    int[] heads = new int[links];
    int[] relations = new int[links];
    int[] tails = new int[links];
    int i = 0;
    for (int user = 0; user < all.userCount(); user++) {
      for (int position = 0; position <= all.size(user); position++, i++) {
        boolean isLast = position == all.size(user);
        heads[i] = all.itemCount() + user;
        relations[i] = isLast ? 1 : 0;
        tails[i] = all.item(user, isLast ? position - 1 : position);
      }
    }
    relations[i] = 1;
    tails[i] = 1;
    return new Triples(all.itemCount() + all.userCount(), 2, heads, relations, tails);
  }

  private static UnreadInteractions unread(Interactions all, long seed) {
    return UnreadInteractions.of(all, triples(all), seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void somethingOfEachUserItemAndRelationIsRead(long seed) {
    Interactions all = interactions(20, 3, 7, seed);
    Triples triples = triples(all);
    UnreadInteractions unread = UnreadInteractions.of(all, triples, seed);
    BitSet places = unread.placesIn(triples);
    assertThat(places.isEmpty()).isFalse();

    BitSet read = (BitSet) places.clone();
    read.flip(0, triples.size());
    assertThat(triples.select(read).entities()).isEqualTo(triples.entities());
    assertThat(read.stream().map(triples::relation).distinct().count()).isEqualTo(2);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void whatIsNoInteractionIsRead(long seed) {
    Interactions all = interactions(20, 3, 7, seed);
    Triples triples = triples(all);
    UnreadInteractions unread = UnreadInteractions.of(all, triples, seed);
    BitSet places = unread.placesIn(triples);

    assertThat(places.get(triples.size() - 1)).as("the link of two items").isFalse();
    for (int user = 0; user < all.userCount(); user++) {
      BitSet own = new BitSet();
      all.items(user).forEach(own::set);
      for (int item = own.nextClearBit(0); item < 7; item = own.nextClearBit(item + 1)) {
        assertThat(unread.has(user, item)).isFalse();
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void allTriplesOfAPairAreUnreadOrNone(long seed) {
    Interactions all = interactions(20, 3, 7, seed);
    Triples triples = triples(all);
    UnreadInteractions unread = UnreadInteractions.of(all, triples, seed);
    BitSet places = unread.placesIn(triples);

    for (int i = 0; i < triples.size() - 1; i++) {
      assertThat(places.get(i)).isEqualTo(unread.has(triples.head(i) - 7, triples.tail(i)));
    }
  }

  /** (30 / 60)² of 30 items, (30 / 120)² of 90. */
  @Test
  void moreIsUnreadOfWhoHasLess() {
    Interactions few = interactions(500, 30, 1000, 1);
    Interactions many = interactions(500, 90, 1000, 1);

    assertThat(share(few)).isCloseTo(1 / 4.0, withinPercentage(5));
    assertThat(share(many)).isCloseTo(1 / 16.0, withinPercentage(5));
    assertThat(unread(few, 42).shareOfTasks(7)).isEqualTo(1 / 4.0);
    assertThat(unread(many, 42).shareOfTasks(7)).isEqualTo(1 / 8.0);
  }

  private static double share(Interactions all) {
    Triples triples = triples(all);
    return unread(all, 42).placesIn(triples).stream()
            .filter(place -> triples.relation(place) == 0)
            .count()
        / (double) all.size();
  }

  @Test
  void theSeedDecides() {
    Interactions all = interactions(20, 3, 7, 1);
    BitSet once = unread(all, 1).placesIn(triples(all));
    assertThat(unread(all, 1).placesIn(triples(all))).isEqualTo(once);
    assertThat(unread(all, 2).placesIn(triples(all))).isNotEqualTo(once);
  }

  @Test
  void whoHasNothingHasNothingUnread() {
    Interactions none = Clicks.of(3, new int[] {0, 0}, new int[0]);
    Triples wrote = new Triples(4, 1, new int[] {3, 3}, new int[2], new int[] {0, 1});
    assertThat(UnreadInteractions.of(none, wrote, 42).placesIn(wrote).isEmpty()).isTrue();
    assertThat(UnreadInteractions.none().placesIn(wrote).isEmpty()).isTrue();
    assertThat(UnreadInteractions.none().shareOfTasks(3)).isZero();
  }
}
