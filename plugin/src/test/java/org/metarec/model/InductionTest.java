package org.metarec.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class InductionTest {
  private static final float[] ONE = {1, 0};
  private static final float[] QUARTER = {(float) (Math.PI / 2)};
  private static final float[] NOWHERE = {7, 7};
  private static final Offset<Float> ROUNDING = within(1e-6f);

  @Test
  void aTailIsWhereItsHeadIsTurnedTo() {
    assertThat(new Induction(1).asTail(ONE, QUARTER).embedding(NOWHERE))
        .containsExactly(new float[] {0, 1}, ROUNDING);
  }

  @Test
  void aHeadIsWhereItsTailIsTurnedBackTo() {
    assertThat(new Induction(1).asHead(ONE, QUARTER).embedding(NOWHERE))
        .containsExactly(new float[] {0, -1}, ROUNDING);
  }

  @Test
  void severalRelationsGiveTheMean() {
    float[] noTurn = {0};
    Induction induction = new Induction(1).asTail(ONE, QUARTER).asTail(ONE, noTurn);
    assertThat(induction.embedding(NOWHERE)).containsExactly(new float[] {0.5f, 0.5f}, ROUNDING);
  }

  @Test
  void aNodeWithoutRelationsGetsTheFallback() {
    assertThat(new Induction(1).embedding(NOWHERE)).containsExactly(NOWHERE).isNotSameAs(NOWHERE);
  }

  @Test
  void aRowOfAnotherDimensionIsRefused() {
    assertThatThrownBy(() -> new Induction(2).asTail(ONE, QUARTER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of 2 floats; expected 4");
  }
}
