package org.metarec.model.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RelationPhasesTest {

  @Test
  void aTableOfNoWholeRowsIsRefused() {
    assertThatThrownBy(() -> new RelationPhases(3, new float[7]))
        .hasMessage("7 angles are no whole rows of 3");
  }

  @Test
  void anAngleIsKeptAboveMinusAHalfTurnAndUpToOne() {
    float half = (float) Math.PI;
    RelationPhases phases = new RelationPhases(4, new float[] {-half, half, 4, -4});

    phases.wrap(0);

    float[] expected = {half, half, (float) (4 - 2 * Math.PI), (float) (2 * Math.PI - 4)};
    assertThat(phases.row(0)).containsExactly(expected, within(1e-6f));
  }
}
