package org.metarec.model.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.testing.RandomTables;
import org.metarec.testing.ReferenceRotatE;

class RotatETest {
  private static final int DIMENSION = 5;

  /** Some rounding errors of a float near 1. */
  private static final Offset<Float> ROUNDING = within(1e-6f);

  @Test
  void aQuarterTurnMapsOneOntoI() {
    assertThat(RotatE.rotate(new float[] {1, 0}, new float[] {(float) (Math.PI / 2)}))
        .containsExactly(new float[] {0, 1}, ROUNDING);
  }

  @Test
  void theDistanceIsASumOfModuli() {
    assertThat(RotatE.distance(new float[] {3, 0, 4, 2}, new float[4])).isEqualTo(7.0);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void turnAndDistanceAreThoseOfTheReference(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] head = RandomTables.floats(random, 2 * DIMENSION);
    float[] phase = RandomTables.floats(random, DIMENSION);
    float[] tail = RandomTables.floats(random, 2 * DIMENSION);
    double expected =
        ReferenceRotatE.distance(
            ReferenceRotatE.doubles(head),
            ReferenceRotatE.doubles(phase),
            ReferenceRotatE.doubles(tail));
    assertThat(RotatE.distance(RotatE.rotate(head, phase), tail))
        .isCloseTo(expected, within(1e-5)); // ten roundings of floats near 1
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void turningBackUndoesTheTurn(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] row = RandomTables.floats(random, 2 * DIMENSION);
    float[] phase = RandomTables.floats(random, DIMENSION);
    assertThat(RotatE.rotateBack(RotatE.rotate(row, phase), phase)).containsExactly(row, ROUNDING);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void twoTurnsAreTheTurnByTheSum(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] row = RandomTables.floats(random, 2 * DIMENSION);
    float[] first = RandomTables.floats(random, DIMENSION);
    float[] second = RandomTables.floats(random, DIMENSION);
    float[] both = new float[DIMENSION];
    for (int k = 0; k < DIMENSION; k++) {
      both[k] = first[k] + second[k];
    }
    assertThat(RotatE.rotate(RotatE.rotate(row, first), second))
        .containsExactly(RotatE.rotate(row, both), ROUNDING);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void turningTheTailBackEqualsTurningTheHead(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] head = RandomTables.floats(random, 2 * DIMENSION);
    float[] phase = RandomTables.floats(random, DIMENSION);
    float[] tail = RandomTables.floats(random, 2 * DIMENSION);
    double forward = RotatE.distance(RotatE.rotate(head, phase), tail);
    double backward = RotatE.distance(head, RotatE.rotateBack(tail, phase));
    assertThat(forward).isCloseTo(backward, within(1e-5)); // ten roundings of floats near 1
  }

  @Test
  void rowsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> RotatE.distance(new float[4], new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows of 4, 2 and 2 numbers; expected 2d, d and 2d");
    assertThatThrownBy(() -> RotatE.rotate(new float[3], new float[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
