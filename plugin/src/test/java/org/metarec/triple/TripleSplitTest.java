package org.metarec.triple;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.testing.RandomTriples;

class TripleSplitTest {

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void everyTripleIsInOnePart(long seed) {
    Triples triples = RandomTriples.of(seed, 30, 3, 200);
    TripleSplit split = TripleSplit.of(triples, 0.1, seed);
    List<List<Integer>> parts = new ArrayList<>(RandomTriples.rows(split.training()));
    parts.addAll(RandomTriples.rows(split.heldBack()));
    assertThat(parts).containsExactlyInAnyOrderElementsOf(RandomTriples.rows(triples));
    assertThat(split.heldBack().size()).isEqualTo(20);
    for (int i = 0; i < triples.size(); i++) {
      assertThat(split.known().contains(triples.head(i), triples.relation(i), triples.tail(i)))
          .isTrue();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void nothingVanishesFromTraining(long seed) {
    Triples triples = RandomTriples.of(seed, 60, 8, 50);
    TripleSplit split = TripleSplit.of(triples, 0.9, seed);
    assertThat(split.heldBack().size()).isPositive();
    assertThat(entities(split.training())).isEqualTo(entities(triples));
    assertThat(relations(split.training())).isEqualTo(relations(triples));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void whatIsUnreadIsKnownAndNoMore(long seed) {
    Triples triples = RandomTriples.of(seed, 30, 3, 200);
    BitSet unread = new BitSet();
    unread.set(40, 90);
    TripleSplit split = TripleSplit.of(triples, unread, 0.1, seed);

    assertThat(split.heldBack().size()).isEqualTo(15);
    List<List<Integer>> parts = new ArrayList<>(RandomTriples.rows(split.training()));
    parts.addAll(RandomTriples.rows(split.heldBack()));
    parts.addAll(RandomTriples.rows(triples.select(unread)));
    assertThat(parts).containsExactlyInAnyOrderElementsOf(RandomTriples.rows(triples));
    for (int i = 0; i < triples.size(); i++) {
      assertThat(split.known().contains(triples.head(i), triples.relation(i), triples.tail(i)))
          .isTrue();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void whatIsUnreadKeepsNothingInTraining(long seed) {
    Triples triples = RandomTriples.of(seed, 60, 8, 50);
    BitSet unread = new BitSet();
    unread.set(10, 30);
    TripleSplit split = TripleSplit.of(triples, unread, 0.9, seed);
    assertThat(entities(split.training())).containsAll(entities(split.heldBack()));
    assertThat(relations(split.training())).containsAll(relations(split.heldBack()));
  }

  @Test
  void aLoopIsTheOnlyTripleOfItsEntity() {
    Triples loop = new Triples(1, 1, new int[] {0, 0}, new int[] {0, 0}, new int[] {0, 0});
    assertThat(TripleSplit.of(loop, 0.9, 1).heldBack().size()).isEqualTo(1);
  }

  @Test
  void theSeedDecides() {
    Triples triples = RandomTriples.of(1, 30, 3, 200);
    List<List<Integer>> heldBack = rows(triples, 1);
    assertThat(rows(triples, 1)).isEqualTo(heldBack);
    assertThat(rows(triples, 2)).isNotEqualTo(heldBack);
  }

  @Test
  void aFractionOfZeroHoldsNothingBack() {
    assertThat(TripleSplit.of(RandomTriples.of(1, 9, 2, 50), 0, 1).heldBack().size()).isZero();
  }

  private static List<List<Integer>> rows(Triples triples, long seed) {
    return RandomTriples.rows(TripleSplit.of(triples, 0.1, seed).heldBack());
  }

  private static Set<Integer> entities(Triples triples) {
    Set<Integer> found = new HashSet<>();
    for (int i = 0; i < triples.size(); i++) {
      found.add(triples.head(i));
      found.add(triples.tail(i));
    }
    return found;
  }

  private static Set<Integer> relations(Triples triples) {
    Set<Integer> found = new HashSet<>();
    for (int i = 0; i < triples.size(); i++) {
      found.add(triples.relation(i));
    }
    return found;
  }
}
