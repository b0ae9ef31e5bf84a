package org.metarec.triple;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeFeaturesTest {

  @Test
  void eachNodeHasItsOwnValues() {
    NodeFeatures features =
        new NodeFeatures(
            List.of("age=old", "age=young", "vip=true"),
            new int[] {0, 2, 2, 3},
            new int[] {0, 2, 1});
    assertThat(features.nodeCount()).isEqualTo(3);
    assertThat(features.of(0)).containsExactly(0, 2);
    assertThat(features.of(1)).isEmpty();
    assertThat(features.of(2)).containsExactly(1);
  }
}
