package org.metarec.model.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class EntityTableTest {

  @Test
  void aTableOfNoWholeRowsIsRefused() {
    assertThatThrownBy(() -> new EntityTable(3, new float[7]))
        .hasMessage("7 floats are no whole rows of 6");
  }

  @Test
  void theMeanOfSomeRowsIsPutInThePlaceOfOthers() {
    EntityTable table = new EntityTable(1, new float[] {1, 2, 30, 40, 3, 6});
    EntityTable mean = table.mean(BitSet.valueOf(new long[] {0b101}));
    table.fill(BitSet.valueOf(new long[] {0b010}), mean.row(0));

    assertThat(table.values()).containsExactly(1, 2, 2, 4, 3, 6);
    assertThat(table.mean(new BitSet()).values()).as("of none").containsExactly(0, 0);
  }
}
