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

  /** User 0 clicked items 2, 0 and 3 at times 10, 20 and 30; user 1 item 2 at 40. */
  private static final Interactions CLICKS =
      new Interactions(
          ITEMS, true, new int[] {0, 3, 4}, new int[] {2, 0, 3, 2}, new float[] {1, 2, 3, 4});

  private static final InteractionTimes TIMES = ClickTimes.of(CLICKS, 10, 20, 30, 40);

  /** User 0 watched (0) all three and bought (1) item 2; user 1 bought item 2. */
  private static final Triples TRIPLES =
      new Triples(
          ITEMS + 2,
          2,
          new int[] {4, 4, 4, 4, 5},
          new int[] {0, 0, 0, 1, 1},
          new int[] {0, 2, 3, 2, 2});

  private static InteractionSplit without(Integer... unseen) {
    BitSet places = new BitSet();
    Arrays.stream(unseen).forEach(places::set);
    return InteractionSplit.of(CLICKS, TIMES, TRIPLES, TRIPLES.select(places));
  }

  @Test
  void whatIsHeldBackIsNotLearnedFrom() {
    InteractionSplit split = without(0, 4);

    assertThat(split.heldBack().size(0)).isEqualTo(1);
    assertThat(split.heldBack().item(0, 0)).isZero();
    assertThat(split.heldBack().rating(0, 0)).isEqualTo(2);
    assertThat(split.heldBack().item(1, 0)).isEqualTo(2);
    assertThat(split.training().size(0)).isEqualTo(2);
    assertThat(split.training().item(0, 1)).isEqualTo(3);
    assertThat(split.training().rating(0, 1)).isEqualTo(3);
    assertThat(split.times().moment(0, 1)).isEqualTo(30);
    assertThat(split.training().size(1)).isZero();
  }

  @Test
  void whatWasBoughtIsNotHeldBackWhileItIsKnownThatItWasWatched() {
    assertThat(without(3).heldBack().size()).isZero();
    assertThat(without(1).heldBack().size()).isZero();
    assertThat(without(1, 3).heldBack().size()).isEqualTo(1);
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
    return IntStream.range(0, interactions.size(user))
        .mapToObj(position -> interactions.item(user, position))
        .toList();
  }
}
