package org.metarec.triple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.testing.RandomTriples;

class KnownTriplesTest {

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void exactlyTheGivenTriplesAreKnown(long seed) {
    Triples first = RandomTriples.of(seed, 7, 3, 40);
    Triples second = RandomTriples.of(seed + 1000, 7, 3, 20);
    KnownTriples known = KnownTriples.of(first, second);
    Set<List<Integer>> expected = new HashSet<>(RandomTriples.rows(first));
    expected.addAll(RandomTriples.rows(second));
    for (int head = 0; head < 7; head++) {
      for (int relation = 0; relation < 3; relation++) {
        for (int tail = 0; tail < 7; tail++) {
          assertThat(known.contains(head, relation, tail))
              .isEqualTo(expected.contains(List.of(head, relation, tail)));
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theFirstOfAUnionIsTheFirstAlone(long seed) {
    Triples first = RandomTriples.of(seed, 7, 3, 40);
    KnownTriples alone = KnownTriples.of(first, RandomTriples.of(seed + 1000, 7, 3, 20)).first();
    Set<List<Integer>> expected = new HashSet<>(RandomTriples.rows(first));
    for (int head = 0; head < 7; head++) {
      for (int tail = 0; tail < 7; tail++) {
        assertThat(alone.contains(head, 1, tail))
            .isEqualTo(expected.contains(List.of(head, 1, tail)));
      }
    }
  }

  @Test
  void anEmptySetKnowsNothing() {
    assertThat(KnownTriples.of(RandomTriples.of(0, 2, 1, 0)).contains(0, 0, 1)).isFalse();
  }

  @Test
  void idsOfMillionsAreToldApart() {
    int many = 1_000_000;
    Triples triples = new Triples(many, 1, new int[] {many - 1}, new int[] {0}, new int[] {7});
    KnownTriples known = KnownTriples.of(triples);
    assertThat(known.contains(many - 1, 0, 7)).isTrue();
    assertThat(known.contains(7, 0, many - 1)).isFalse();
  }

  @Test
  void triplesOfAnotherGraphAreRefused() {
    Triples small = RandomTriples.of(0, 2, 1, 1);
    assertThatThrownBy(() -> KnownTriples.of(small, RandomTriples.of(0, 3, 1, 1)))
        .hasMessage("triples over 3 entities and 1 relations; expected 2 and 1");
    assertThatThrownBy(() -> KnownTriples.of(small, RandomTriples.of(0, 2, 2, 1)))
        .hasMessage("triples over 2 entities and 2 relations; expected 2 and 1");
  }
}
