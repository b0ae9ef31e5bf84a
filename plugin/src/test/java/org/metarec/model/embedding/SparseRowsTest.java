package org.metarec.model.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparseRowsTest {
  @Test
  void whatIsNotThereOrEmptyIsNoRow() {
    SparseRows rows = new SparseRows(new float[][] {{}, {1, 2, 0}, null});

    assertThat(rows.size()).isEqualTo(1);
    assertThat(rows.entities()).containsExactly(1);
    assertThat(rows.row(0)).isEmpty();
    assertThat(rows.row(1)).hasValue(new float[] {1, 2, 0});
    assertThat(rows.row(2)).isEmpty();
  }

  @Test
  void theirNumbersAndLengthsGiveTheSameRows() {
    SparseRows rows = new SparseRows(new float[][] {{}, {1, 2, 0}, null, {3}});
    SparseRows again = SparseRows.of(rows.lengths(), rows.numbers());

    assertThat(rows.lengths()).containsExactly(0, 3, 0, 1);
    assertThat(again.entities()).containsExactly(1, 3);
    assertThat(again.row(1)).hasValue(new float[] {1, 2, 0});
    assertThat(rows.range(2, 4).row(1)).hasValue(new float[] {3});
  }
}
