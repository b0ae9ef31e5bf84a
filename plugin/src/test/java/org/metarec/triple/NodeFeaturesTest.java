package org.metarec.triple;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeFeaturesTest {
  private static final NodeFeatures FEATURES =
      new NodeFeatures(
          List.of("age=old", "age=young", "vip=true"), new int[] {0, 2, 2, 3}, new int[] {0, 2, 1});

  @Test
  void eachNodeHasItsOwnValues() {
    assertThat(FEATURES.nodeCount()).isEqualTo(3);
    assertThat(FEATURES.of(0)).containsExactly(0, 2);
    assertThat(FEATURES.of(1)).isEmpty();
    assertThat(FEATURES.of(2)).containsExactly(1);
  }

  @Test
  void whatIsKeptMovesUp() {
    NodeFeatures kept = FEATURES.keeping(value -> value > 0);

    assertThat(kept.values()).containsExactly("age=young", "vip=true");
    assertThat(kept.of(0)).containsExactly(1);
    assertThat(kept.of(1)).isEmpty();
    assertThat(kept.of(2)).containsExactly(0);
    assertThat(kept.nodesOfValues()).containsExactly(1, 1);
  }
}
