package org.metarec.triple.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.testing.Clicks;
import org.metarec.triple.Triples;

class InteractionSplitTest {
  private static final int ITEMS = 4;

  /** User 0 had items 2, 0 and 3; user 1 items 0 and 2. */
  private static final Interactions CLICKS =
      Clicks.withoutTimes(
          ITEMS, new int[] {0, 3, 5}, new int[] {2, 0, 3, 0, 2}, new float[] {1, 2, 3, 4, 5});

  /** Both watched (0) all of them; the last is that user 1 bought (1) item 2. */
  private static final Triples TRIPLES =
      new Triples(
          ITEMS + 2,
          2,
          new int[] {4, 4, 4, 5, 5, 5},
          new int[] {0, 0, 0, 0, 0, 1},
          new int[] {0, 2, 3, 0, 2, 2});

  private static InteractionSplit without(Integer... unseen) {
    BitSet places = new BitSet();
    Arrays.stream(unseen).forEach(places::set);
    return split(CLICKS, TRIPLES.select(places), CLICKS.size());
  }

  private static InteractionSplit split(Interactions all, Triples unseen, int most) {
    UnseenPairs pairs = new UnseenPairs(ITEMS, TRIPLES, unseen, UnreadInteractions.none());
    return InteractionSplit.of(all, pairs, most, 42);
  }

  @Test
  void whatIsHeldBackIsNotLearnedFrom() {
    InteractionSplit split = without(0, 4, 5);

    assertThat(items(split.heldBack(), 0)).containsExactly(0);
    assertThat(split.heldBack().rating(0, 0)).isEqualTo(2);
    assertThat(items(split.heldBack(), 1)).containsExactly(2);
    assertThat(items(split.training(), 0)).containsExactly(2, 3);
    assertThat(split.training().rating(0, 1)).isEqualTo(3);
    assertThat(items(split.training(), 1)).containsExactly(0);
  }

  @Test
  void whatWasBoughtIsNotHeldBackWhileItIsKnownThatItWasWatched() {
    assertThat(without(4).heldBack().size()).isZero();
    assertThat(without(5).heldBack().size()).isZero();
    assertThat(without(4, 5).heldBack().size()).isEqualTo(1);
  }

  @Test
  void whereTheTimesAreKnownTheLatestQuarterIsHeldBack() {
    InteractionSplit split = split(Clicks.at(CLICKS, 10, 20, 30, 5, 40), TRIPLES, 5);

    assertThat(items(split.heldBack(), 0)).isEmpty();
    assertThat(items(split.heldBack(), 1)).containsExactly(2);
    assertThat(split.training().moment(0, 1)).isEqualTo(20);
    assertThat(split.heldBack().moment(1, 0)).isEqualTo(40);
  }

  /** All but one at once: items 2 and 3 come then, item 0 came with user 1. */
  @Test
  void anItemKeepsTheInteractionWithWhichItCame() {
    InteractionSplit split = split(Clicks.at(CLICKS, 50, 50, 50, 5, 50), TRIPLES, 5);

    assertThat(items(split.heldBack(), 0)).containsExactly(0);
    assertThat(items(split.heldBack(), 1)).isEmpty();
  }

  @Test
  void whereMostHaveNoTimeAnyMayBeHeldBack() {
    double none = Double.NEGATIVE_INFINITY;
    InteractionSplit split = split(Clicks.at(CLICKS, none, none, none, none, 40), TRIPLES, 5);

    assertThat(split.heldBack().size()).as("each item keeps a user").isEqualTo(2);
  }

  /** Eight users, each with one of two items; the last plays it again and again. */
  @Test
  void whoRepeatsDoesNotMakeTheQuarterShorter() {
    int[] items = {0, 1, 0, 1, 0, 1, 0, 1};
    double[] times = {0, 1, 2, 3, 4, 5, 6, 7};
    int[] played = Arrays.copyOf(items, 100);
    double[] playedAt = Arrays.copyOf(times, 100);
    Arrays.fill(played, 8, 100, 1);
    Arrays.fill(playedAt, 8, 100, 7);
    int[] offsets = IntStream.rangeClosed(0, 8).toArray();
    ItemArrivals arrivals = ItemArrivals.of(ITEMS, played, playedAt);
    Interactions all = new Interactions(offsets, items, new float[8], times, arrivals);
    int[] users = IntStream.range(ITEMS, ITEMS + 8).toArray();
    Triples triples = new Triples(ITEMS + 8, 1, users, new int[8], items);
    UnseenPairs unseen = new UnseenPairs(ITEMS, triples, triples, UnreadInteractions.none());

    InteractionSplit split = InteractionSplit.of(all, unseen, 8, 42);
    assertThat(split.heldBack().knownUsers().stream()).containsExactly(6, 7);
  }

  @Test
  void anItemKeepsAnInteraction() {
    assertThat(without(2).heldBack().size()).as("there is no other").isZero();
    InteractionSplit split = without(0, 3);

    assertThat(split.heldBack().size()).isEqualTo(1);
    assertThat(split.training().usersPerItem()[0]).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void nothingIsLost(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Integer[] unseen =
        IntStream.range(0, TRIPLES.size())
            .filter(i -> random.nextBoolean())
            .boxed()
            .toArray(Integer[]::new);
    InteractionSplit split = without(unseen);

    List<Integer> items = new ArrayList<>(items(split.training(), 0));
    items.addAll(items(split.heldBack(), 0));
    assertThat(items).containsExactlyInAnyOrder(0, 2, 3);
    assertThat(split.training().size() + split.heldBack().size()).isEqualTo(CLICKS.size());
  }

  @Test
  void noMoreThanAThousandAreHeldBack() {
    assertThat(InteractionSplit.most(CLICKS, 0.5)).isEqualTo(2);
    assertThat(InteractionSplit.most(CLICKS, 0)).isZero();
    Interactions many = Clicks.oneEach(1, new int[9999]);
    assertThat(InteractionSplit.most(many, 0.5)).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void noMoreIsHeldBackThanIsWanted(int most) {
    assertThat(split(CLICKS, TRIPLES, most).heldBack().size())
        .isEqualTo(Math.min(most, 2)); // each item keeps a user
  }

  @ParameterizedTest
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void whatTheEmbeddingsWereNotToReadIsHeldBackToo(long seed) {
    UnreadInteractions unread = UnreadInteractions.of(CLICKS, TRIPLES, seed);
    UnseenPairs pairs = new UnseenPairs(ITEMS, TRIPLES, TRIPLES.select(new BitSet()), unread);
    InteractionSplit split = InteractionSplit.of(CLICKS, pairs, CLICKS.size(), 42);

    for (int user = 0; user < 2; user++) {
      int u = user;
      assertThat(split.heldBack().items(user)).allMatch(item -> unread.has(u, item));
      assertThat(split.training().items(user)).noneMatch(item -> unread.has(u, item));
    }
  }

  private static List<Integer> items(Interactions interactions, int user) {
    return interactions.items(user).boxed().toList();
  }
}
