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

class InductionTest {
  private static final int DIMENSION = 5;
  private static final int RELATIONS = 7;
  private static final float[] ONE = {1, 0};
  private static final float[] QUARTER = {(float) (Math.PI / 2)};
  private static final float[] NO_TURN = {0};
  private static final float[] NOWHERE = {7, 7};
  private static final Offset<Float> ROUNDING = within(1e-6f);

  @Test
  void aTailIsWhereItsHeadIsTurnedTo() {
    assertThat(new Induction(1).add(0, false, ONE, QUARTER).embedding(NOWHERE))
        .containsExactly(new float[] {0, 1}, ROUNDING);
  }

  @Test
  void aHeadIsWhereItsTailIsTurnedBackTo() {
    assertThat(new Induction(1).add(0, true, ONE, QUARTER).embedding(NOWHERE))
        .containsExactly(new float[] {0, -1}, ROUNDING);
  }

  @Test
  void betweenTwoPlacesTheDirectionIsMiddleAndTheModulusTheirs() {
    Induction induction = new Induction(1).add(0, false, ONE, QUARTER).add(0, false, ONE, NO_TURN);
    float half = (float) Math.sqrt(0.5);
    assertThat(induction.embedding(NOWHERE)).containsExactly(new float[] {half, half}, ROUNDING);
  }

  @Test
  void manyRelationsOfOneKindCountByTheirRoot() {
    Induction induction = new Induction(1).add(1, false, ONE, QUARTER);
    for (int i = 0; i < 9; i++) {
      induction.add(0, false, ONE, NO_TURN);
    }
    float[] embedding = induction.embedding(NOWHERE);
    assertThat(embedding[0] / embedding[1]).isCloseTo(3, ROUNDING); // not 9
  }

  @Test
  void theTwoDirectionsOfARelationAreOfDifferentKinds() {
    Induction both = new Induction(1).add(0, false, ONE, NO_TURN).add(0, true, ONE, QUARTER);
    both.add(0, false, ONE, NO_TURN).add(0, false, ONE, NO_TURN).add(0, false, ONE, NO_TURN);
    float[] embedding = both.embedding(NOWHERE);
    assertThat(embedding[0] / embedding[1]).isCloseTo(-2, ROUNDING); // one down, √4 to the right
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void aNodeWhoseRelationsAgreeGetsExactlyThatPlace(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] node = RandomTables.entities(seed, 1, DIMENSION).row(0);
    RelationPhases phases = RandomTables.phases(seed, RELATIONS, DIMENSION);
    Induction induction = new Induction(DIMENSION);
    for (int relation = 0; relation < RELATIONS; relation++) {
      float[] phase = phases.row(relation);
      boolean nodeIsHead = random.nextBoolean();
      float[] other = nodeIsHead ? RotatE.rotate(node, phase) : RotatE.rotateBack(node, phase);
      induction.add(random.nextInt(3), nodeIsHead, other, phase);
    }
    assertThat(induction.embedding(NOWHERE)).containsExactly(node, ROUNDING);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void allRelationsTwiceGiveTheSamePlace(long seed) {
    assertThat(induced(seed, 2, 1)).containsExactly(induced(seed, 1, 1), within(1e-5f));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void largerNeighboursGiveALargerNode(long seed) {
    float[] small = induced(seed, 1, 1);
    float[] large = induced(seed, 1, 4);
    for (int i = 0; i < small.length; i++) {
      assertThat(large[i]).isCloseTo(4 * small[i], within(1e-4f));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theModulusIsTheWeightedMeanOfTheNeighbours(long seed) {
    float[] node = induced(seed, 1, 1);
    EntityTable rows = RandomTables.entities(seed, RELATIONS, DIMENSION);
    for (int k = 0; k < DIMENSION; k++) {
      double moduli = 0;
      double weights = 0;
      for (int neighbour = 0; neighbour < RELATIONS; neighbour++) {
        double weight = neighbour % 2 == 0 ? 1 / Math.sqrt(4) : 1 / Math.sqrt(3);
        float[] row = rows.row(neighbour);
        moduli += weight * Math.hypot(row[k], row[DIMENSION + k]);
        weights += weight;
      }
      assertThat(Math.hypot(node[k], node[DIMENSION + k]))
          .isCloseTo(moduli / weights, within(1e-5));
    }
  }

  @Test
  void aNodeWithoutRelationsGetsTheFallback() {
    assertThat(new Induction(1).embedding(NOWHERE)).containsExactly(NOWHERE).isNotSameAs(NOWHERE);
  }

  @Test
  void placesThatCancelOutGiveZeroAndNoNaN() {
    float[] opposite = {-1, 0};
    assertThat(new Induction(1).add(0, false, ONE, NO_TURN).add(0, false, opposite, NO_TURN))
        .satisfies(induction -> assertThat(induction.embedding(NOWHERE)).containsExactly(0, 0));
  }

  @Test
  void aRowOfAnotherDimensionIsRefused() {
    assertThatThrownBy(() -> new Induction(2).add(0, false, ONE, QUARTER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of 2 floats; expected 4");
  }

  /**
   * A node that is the tail of random neighbours, in relations 0 and 1 by turns.
   *
   * @param times how often each is counted
   * @param scale of the neighbours' rows
   */
  private static float[] induced(long seed, int times, float scale) {
    EntityTable rows = RandomTables.entities(seed, RELATIONS, DIMENSION);
    RelationPhases phases = RandomTables.phases(seed, RELATIONS, DIMENSION);
    Induction induction = new Induction(DIMENSION);
    for (int i = 0; i < times * RELATIONS; i++) {
      int neighbour = i % RELATIONS;
      float[] row = rows.row(neighbour);
      for (int j = 0; j < row.length; j++) {
        row[j] *= scale;
      }
      induction.add(neighbour % 2, false, row, phases.row(neighbour));
    }
    return induction.embedding(NOWHERE);
  }
}
