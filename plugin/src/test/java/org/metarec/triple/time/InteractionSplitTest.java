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
import org.metarec.testing.ClickTimes;
import org.metarec.triple.Interactions;
import org.metarec.triple.Triples;

class InteractionSplitTest {
  private static final int ITEMS = 4;

  /** User 0 had items 2, 0 and 3 at times 10, 20 and 30; user 1 items 0 and 2 at 5 and 40. */
  private static final Interactions CLICKS =
      new Interactions(
          ITEMS, true, new int[] {0, 3, 5}, new int[] {2, 0, 3, 0, 2}, new float[] {1, 2, 3, 4, 5});

  private static final InteractionTimes TIMES = ClickTimes.of(CLICKS, 10, 20, 30, 5, 40);

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
    return InteractionSplit.of(CLICKS, TIMES, TRIPLES, TRIPLES.select(places));
  }

  @Test
  void whatIsHeldBackIsNotLearnedFrom() {
    InteractionSplit split = without(0, 4, 5);

    assertThat(items(split.heldBack(), 0)).containsExactly(0);
    assertThat(split.heldBack().rating(0, 0)).isEqualTo(2);
    assertThat(items(split.heldBack(), 1)).containsExactly(2);
    assertThat(items(split.training(), 0)).containsExactly(2, 3);
    assertThat(split.training().rating(0, 1)).isEqualTo(3);
    assertThat(split.times().moment(0, 1)).isEqualTo(30);
    assertThat(items(split.training(), 1)).containsExactly(0);
  }

  @Test
  void whatWasBoughtIsNotHeldBackWhileItIsKnownThatItWasWatched() {
    assertThat(without(4).heldBack().size()).isZero();
    assertThat(without(5).heldBack().size()).isZero();
    assertThat(without(4, 5).heldBack().size()).isEqualTo(1);
  }

  /** Item 3 has no other user; item 0 came with user 1, item 2 with user 0. */
  @Test
  void anItemKeepsAnInteractionAndTheOneWithWhichItCame() {
    assertThat(without(2).heldBack().size()).isZero();
    assertThat(without(3).heldBack().size()).isZero();
    assertThat(without(1).heldBack().size()).isZero();
  }

  /** Both users of item 0, at no time. */
  @Test
  void ofAnItemWithoutTimesTheLastIsKept() {
    BitSet both = new BitSet();
    both.set(0);
    both.set(3);
    InteractionSplit split =
        InteractionSplit.of(CLICKS, ClickTimes.unknown(CLICKS), TRIPLES, TRIPLES.select(both));

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

  private static List<Integer> items(Interactions interactions, int user) {
    return interactions.items(user).boxed().toList();
  }
}
