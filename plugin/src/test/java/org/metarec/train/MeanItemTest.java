package org.metarec.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.metarec.model.embedding.EntityTable;
import org.metarec.triple.id.Vocabulary;

class MeanItemTest {
  private static final Vocabulary FILMS = new Vocabulary(3, 1, new long[] {10, 11, 12, 20, 30}, 1);
  private static final Vocabulary NO_FILMS =
      new Vocabulary(0, 0, new long[] {10, 11, 12, 20, 30}, 1);

  /** Five nodes and a value, on the real axis. */
  private final EntityTable entities =
      new EntityTable(1, new float[] {1, 0, 3, 0, 50, 0, 60, 0, 8, 0, 90, 0});

  private static BitSet fitted(int... entities) {
    BitSet fitted = new BitSet();
    for (int entity : entities) {
      fitted.set(entity);
    }
    return fitted;
  }

  @Test
  void nodesWithoutRelationsComeToTheMeanOfTheItemsThatHaveSome() {
    EntityTable mean = MeanItem.place(entities, fitted(0, 1, 4), FILMS, Optional.empty());

    assertThat(mean.values()).containsExactly(2, 0);
    assertThat(entities.values()).containsExactly(1, 0, 3, 0, 2, 0, 2, 0, 8, 0, 90, 0);
  }

  @Test
  void withoutItemsItIsTheMeanOfAllNodesThatHaveSome() {
    assertThat(MeanItem.place(entities, fitted(0, 1, 4, 5), NO_FILMS, Optional.empty()).values())
        .containsExactly(4, 0);
  }

  @Test
  void theMeanOfOneItemIsNotThatItemsOwn() {
    assertThat(MeanItem.place(entities, fitted(1), FILMS, Optional.empty()).values())
        .containsExactly(Math.nextUp(3f), 0);
  }

  @Test
  void thatOfAnEarlierTrainingStays() {
    EntityTable before = new EntityTable(1, new float[] {7, 0});

    assertThat(MeanItem.place(entities, fitted(0, 1), FILMS, Optional.of(before))).isSameAs(before);
    assertThat(entities.row(2)).containsExactly(7, 0);
    assertThat(entities.row(1)).containsExactly(3, 0);
  }
}
