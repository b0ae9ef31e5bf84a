package org.metarec.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowDistanceTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 17, 32, 50, 64})
  void itIsTheDistanceOfTheReference(int dimension) {
    SplittableRandom random = new SplittableRandom(dimension);
    float[] row = RotatETest.floats(random, 2 * dimension);
    float[] other = RotatETest.floats(random, 2 * dimension);
    float distance =
        RowDistance.between(
            Arrays.copyOf(row, dimension),
            Arrays.copyOfRange(row, dimension, 2 * dimension),
            Arrays.copyOf(other, dimension),
            Arrays.copyOfRange(other, dimension, 2 * dimension),
            new float[dimension]);
    // some roundings of 1e-7 each
    assertThat((double) distance)
        .isCloseTo(RotatE.distance(row, other), withinPercentage(1e-4));
  }
}
