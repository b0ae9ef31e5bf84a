package org.metarec.triple.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VocabularyTest {

  /** Items 70 and 7, user 3, another node 9, and two values of features. */
  private static final Vocabulary VOCABULARY = new Vocabulary(2, 1, new long[] {70, 7, 3, 9}, 2);

  @Test
  void everyNodeLeadsToItsEntityAndBack() {
    for (int entity = 0; entity < VOCABULARY.nodeCount(); entity++) {
      assertThat(VOCABULARY.entity(VOCABULARY.nodeId(entity))).isEqualTo(entity);
    }
    assertThat(VOCABULARY.nodeId(0)).isEqualTo(70);
  }

  @Test
  void aNodeThatIsNotThereIsMinusOne() {
    assertThat(VOCABULARY.entity(8)).isEqualTo(-1);
  }

  @Test
  void valuesOfFeaturesCountAsEntitiesButNotAsNodes() {
    assertThat(VOCABULARY.itemCount()).isEqualTo(2);
    assertThat(VOCABULARY.userCount()).isEqualTo(1);
    assertThat(VOCABULARY.nodeCount()).isEqualTo(4);
    assertThat(VOCABULARY.entityCount()).isEqualTo(6);
  }

  @Test
  void moreItemsAndUsersThanNodesAreRefused() {
    assertThatThrownBy(() -> new Vocabulary(2, 1, new long[] {1, 2}, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 items and 1 users among 2 nodes");
  }
}
