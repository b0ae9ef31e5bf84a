package org.metarec.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedItemsTest {
  private static final int ITEMS = 40;
  private static final int KNOWN = 20;

  /** A genre, then something else. */
  private static PathIndex.Builder genres(int items) {
    PathIndex.Builder paths = new PathIndex.Builder(ITEMS, ITEMS, 2, 1);
    for (int item = 0; item < items; item++) {
      paths.link(0, item, 5, Links.NO_HANDLE);
    }
    return paths;
  }

  private static PathIndex.Builder priced(int items, int genres) {
    PathIndex.Builder paths = genres(genres);
    for (int item = 0; item < items; item++) {
      paths.link(2, item, 6, Links.NO_HANDLE);
    }
    return paths;
  }

  private static List<LinkedItems> linked(PathIndex.Builder paths) {
    BitSet known = new BitSet();
    known.set(0, KNOWN);
    return LinkedItems.of(paths.build(), known);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "2, true", "3, false", "20, false"})
  void aTenthOfWhatWouldBeLikeTheKnownOnesIsNearlyNone(int others, boolean alone) {
    List<LinkedItems> linked = linked(priced(KNOWN + others, ITEMS));
    assertThat(linked.get(0)).isEqualTo(new LinkedItems(20, 20, 20, 20));
    assertThat(linked.get(2)).isEqualTo(new LinkedItems(20, 20, others, 20));
    assertThat(linked.get(0).areKnownAlone()).isFalse();
    assertThat(linked.get(2).areKnownAlone()).isEqualTo(alone);
  }

  @Test
  void linksFromItemToItemCountToo() {
    PathIndex.Builder paths = genres(ITEMS);
    for (int item = 1; item < KNOWN; item++) {
      paths.linkItems(1, item - 1, item, Links.NO_HANDLE);
    }
    assertThat(linked(paths).get(1).areKnownAlone()).isTrue();
  }

  @Test
  void whatFewKnownItemsHaveTheOthersMayLackByChance() {
    assertThat(linked(priced(9, ITEMS)).get(2).areKnownAlone()).isFalse();
    assertThat(linked(priced(10, ITEMS)).get(2).areKnownAlone()).isTrue();
  }

  /** As where a catalogue was imported for what is watched alone: a new item comes with all. */
  @ParameterizedTest
  @ValueSource(ints = {KNOWN, KNOWN + 9})
  void itemsOfWhichNothingIsKnownTellNothing(int genres) {
    LinkedItems priced = linked(priced(KNOWN, genres)).get(2);
    assertThat(priced.others()).isEqualTo(genres - KNOWN);
    assertThat(priced.areKnownAlone()).isFalse();
  }
}
