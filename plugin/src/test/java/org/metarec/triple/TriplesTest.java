package org.metarec.triple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TriplesTest {

  private static final int[] ONE = {1};
  private static final int[] NONE = {};

  @Test
  void columnsAreReadRowByRow() {
    Triples triples = new Triples(3, 2, new int[] {0, 2}, new int[] {1, 0}, new int[] {2, 1});
    assertThat(triples.size()).isEqualTo(2);
    assertThat(triples.head(1)).isEqualTo(2);
    assertThat(triples.relation(0)).isEqualTo(1);
    assertThat(triples.tail(0)).isEqualTo(2);
    assertThat(triples.entityCount()).isEqualTo(3);
    assertThat(triples.relationCount()).isEqualTo(2);
  }

  @Test
  void aPartAndTheRestHoldAllTriples() {
    Triples all = new Triples(9, 3, new int[] {8, 7, 6}, new int[] {2, 1, 0}, new int[] {3, 4, 5});
    BitSet ends = new BitSet();
    ends.set(0);
    ends.set(2);
    BitSet middle = new BitSet();
    middle.set(1);

    Triples endsFirst = all.select(ends).and(all.select(middle));

    assertThat(IntStream.range(0, endsFirst.size()).map(endsFirst::head)).containsExactly(8, 6, 7);
    assertThat(IntStream.range(0, endsFirst.size()).map(endsFirst::relation))
        .containsExactly(2, 0, 1);
    assertThat(IntStream.range(0, endsFirst.size()).map(endsFirst::tail)).containsExactly(3, 5, 4);
    assertThat(endsFirst.entityCount()).isEqualTo(9);
    assertThat(endsFirst.relationCount()).isEqualTo(3);
  }

  @Test
  void idsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Triples(1, 2, ONE, ONE, new int[] {0}))
        .hasMessage("head 1 is not in [0, 1)");
    assertThatThrownBy(() -> new Triples(2, 1, ONE, ONE, ONE))
        .hasMessage("relation 1 is not in [0, 1)");
    assertThatThrownBy(() -> new Triples(2, 2, ONE, ONE, new int[] {-1}))
        .hasMessage("tail -1 is not in [0, 2)");
  }

  @Test
  void columnsOfDifferentLengthsAreRefused() {
    assertThatThrownBy(() -> new Triples(2, 2, ONE, NONE, ONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Triples(2, 2, ONE, ONE, NONE))
        .hasMessage("columns of 1 heads, 1 relations and 0 tails");
  }
}
