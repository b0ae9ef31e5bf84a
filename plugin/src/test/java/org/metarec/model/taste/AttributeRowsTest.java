package org.metarec.model.taste;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttributeRowsTest {
  private static final float[] DIRECTED = {2, 0};
  private static final float[] WROTE = {0, 3};

  @Test
  void whatAddsNothingHasNoRow() {
    AttributeRows rows = new AttributeRows(new float[][] {{}, {1, 2, 0}});

    assertThat(rows.size()).isEqualTo(1);
    assertThat(rows.row(0)).isEmpty();
    assertThat(rows.row(1)).hasValue(new float[] {1, 2, 0});
  }

  @Test
  void aRowTellsWhatIsAddedByEachOfItsRelations() {
    float[] row = AttributeRows.with(AttributeRows.with(new float[0], 0, DIRECTED), 2, WROTE);

    assertThat(row).containsExactly(0, 2, 0, 2, 0, 3);
    assertThat(AttributeRows.vector(row, 0, 2)).hasValue(DIRECTED);
    assertThat(AttributeRows.vector(row, 2, 2)).hasValue(WROTE);
    assertThat(AttributeRows.vector(row, 1, 2)).isEmpty();
    assertThat(AttributeRows.vector(new float[0], 0, 2)).isEmpty();
  }
}
