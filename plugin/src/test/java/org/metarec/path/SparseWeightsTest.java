package org.metarec.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SparseWeightsTest {

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theyAreAMapInTheOrderOfTheFirstSetting(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int ids = 1 + random.nextInt(1 << random.nextInt(1, 12));
    SparseWeights weights = new SparseWeights(ids);
    for (int round = 0; round < 3; round++) {
      Map<Integer, Float> expected = new LinkedHashMap<>();
      for (int i = random.nextInt(500); i > 0; i--) {
        int id = random.nextInt(ids);
        expected.merge(id, (float) i, Float::sum);
        weights.add(id, i);
      }

      Map<Integer, Float> found = new LinkedHashMap<>();
      for (int place = 0; place < weights.size(); place++) {
        found.put(weights.id(place), weights.value(place));
      }
      assertThat(found).containsExactlyEntriesOf(expected);
      for (int id = 0; id < ids; id++) {
        assertThat(weights.get(id)).isEqualTo(expected.getOrDefault(id, 0f));
      }
      weights.clear();
      assertThat(weights.size()).isZero();
    }
  }

  /** A batch has users of a thousand clicks and of one. */
  @Test
  @Timeout(10) // milliseconds; a minute if each clearing cost the many
  void clearingCostsWhatWasSetHoweverManyWereBefore() {
    int ids = 1_000_000;
    SparseWeights weights = new SparseWeights(ids);
    IntStream.range(0, ids).forEach(id -> weights.add(id, 1));
    weights.clear();

    for (int round = 0; round < 200_000; round++) {
      weights.add(round, 1);
      weights.clear();
    }
    assertThat(weights.get(7)).isZero();
  }
}
