package org.metarec.model.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.testing.RandomTables;

class InductionErrorTest {
  private static final int DIMENSION = 50;
  private static final int NODES = 400;

  private static float[] row(SplittableRandom random) {
    return RandomTables.floats(random, 2 * DIMENSION);
  }

  /** Half of what its relations say, and a little of its own. */
  private static float[] trained(float[] induced, SplittableRandom random) {
    float[] trained = row(random);
    for (int k = 0; k < trained.length; k++) {
      trained[k] = 0.5f * induced[k] + 0.2f * trained[k];
    }
    return trained;
  }

  private static double cosine(float[] row, float[] other) {
    return InductionError.of(DIMENSION, List.of(), List.of()).cosine(row, other);
  }

  @Test
  void whereNoNodeTellsRowsAreComparedAsTheyAre() {
    InductionError none = InductionError.of(1, List.of(), List.of());

    assertThat(none.cosine(new float[] {1, 0}, new float[] {3, 3}))
        .isCloseTo(Math.sqrt(0.5), within(1e-12));
    assertThat(none.distance(new float[] {1, 0}, new float[] {0, 1}))
        .isEqualTo(RotatE.distance(new float[] {1, 0}, new float[] {0, 1}));
    assertThat(none.cosine(new float[2], new float[] {3, 3})).isZero();
  }

  @Test
  void whereRelationsTellAllNothingIsTakenAway() {
    SplittableRandom random = new SplittableRandom(3);
    List<float[]> rows = List.of(row(random), row(random));
    InductionError error = InductionError.of(DIMENSION, rows, rows);

    float[] row = row(random);
    assertThat(error.cosine(row, rows.get(0))).isCloseTo(cosine(row, rows.get(0)), within(1e-9));
    assertThat(error.distance(row, rows.get(0)))
        .isCloseTo(RotatE.distance(row, rows.get(0)), within(1e-4));
  }

  @Test
  void aRowThatHoldsNoNumbersTellsNothing() {
    SplittableRandom random = new SplittableRandom(5);
    float[] damaged = row(random);
    damaged[3] = Float.NaN;
    float[] row = row(random);
    float[] own = row(random);

    InductionError error =
        InductionError.of(DIMENSION, List.of(own, damaged, own), List.of(row, row, damaged));

    assertThat(error.cosine(row, row))
        .isEqualTo(InductionError.of(DIMENSION, List.of(own), List.of(row)).cosine(row, row));
  }

  /** Others than those that it was found by, seen from a node that is like them. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void nodesAreAsAlikeInTheMeanAsIsExpectedOfThem(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<float[]> trained = new ArrayList<>();
    List<float[]> induced = new ArrayList<>();
    for (int node = 0; node < NODES; node++) {
      induced.add(row(random));
      trained.add(trained(induced.get(node), random));
    }
    InductionError error = InductionError.of(DIMENSION, trained, induced);
    float[] row = row(random);

    double cosines = 0;
    double distances = 0;
    for (int node = 0; node < NODES; node++) {
      float[] own = trained(row, random);
      float[] other = row(random);
      cosines += (cosine(row, own) - error.cosine(row, row)) / NODES;
      distances += (error.distance(other, row) / RotatE.distance(other, own) - 1) / NODES;
    }

    assertThat(cosines).isCloseTo(0, within(0.01));
    assertThat(distances).isCloseTo(0, within(0.004));
  }
}
