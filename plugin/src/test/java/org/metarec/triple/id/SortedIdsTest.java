package org.metarec.triple.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SortedIdsTest {

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void findsWhatABinarySearchFinds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] sorted = random.longs(random.nextInt(1, 50), -20, 100).sorted().distinct().toArray();
    for (long id = -20; id < 100; id++) {
      int expected = Math.max(-1, Arrays.binarySearch(sorted, id));
      assertThat(Math.max(-1, SortedIds.indexOf(sorted, id))).as("%d", id).isEqualTo(expected);
    }
  }

  @Test
  void findsIdsThatLieMostUnevenly() {
    long[] sorted = new long[1000];
    Arrays.setAll(sorted, i -> i < 500 ? i : Long.MAX_VALUE - 1000 + i);
    for (int i = 0; i < sorted.length; i++) {
      assertThat(SortedIds.indexOf(sorted, sorted[i])).isEqualTo(i);
    }
    assertThat(SortedIds.indexOf(sorted, 1L << 40)).isNegative();
  }

  @Test
  void nothingIsAmongNone() {
    assertThat(SortedIds.indexOf(new long[0], 0)).isNegative();
  }
}
