package org.metarec.bench.experiment;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What generated worlds are drawn by. */
public final class Draws {

  private Draws() {}

  /** Normal numbers with a mean of 0 and a deviation of {@code spread}. */
  public static double[] normal(int count, double spread, SplittableRandom random) {
    return IntStream.range(0, count).mapToDouble(i -> spread * random.nextGaussian()).toArray();
  }

  /**
   * A position, drawn in proportion to its weight.
   *
   * @param weights ≥ 0, not all 0
   */
  public static int choose(double[] weights, SplittableRandom random) {
    double left = random.nextDouble(DoubleStream.of(weights).sum());
    int chosen = 0;
    while (chosen < weights.length - 1 && left >= weights[chosen]) {
      left -= weights[chosen++];
    }
    return chosen;
  }
}
