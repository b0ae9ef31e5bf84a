package org.metarec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationBlocksTest {
  private static final float[] DIRECTED = {2, 0};
  private static final float[] WROTE = {0, 3};

  @Test
  void aRowHasABlockForEachOfItsRelations() {
    float[] row = RelationBlocks.with(RelationBlocks.with(new float[0], 0, DIRECTED), 2, WROTE);

    assertThat(row).containsExactly(0, 2, 0, 2, 0, 3);
    assertThat(RelationBlocks.block(row, 0, 2)).hasValue(DIRECTED);
    assertThat(RelationBlocks.block(row, 2, 2)).hasValue(WROTE);
    assertThat(RelationBlocks.block(row, 1, 2)).isEmpty();
    assertThat(RelationBlocks.block(new float[0], 0, 2)).isEmpty();
    List<String> read = new ArrayList<>();
    RelationBlocks.forEach(row, 2, (relation, block) -> read.add(relation + " " + block[0]));
    assertThat(read).containsExactly("0 2.0", "2 0.0");
  }
}
