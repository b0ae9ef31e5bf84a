package org.metarec.bench.serve;

import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws numbers of which a few come often: number k in proportion to {@code (k + 1)^-exponent}. */
final class ZipfChoice {
  private static final double EXPONENT = 0.75;

  private final double[] sums;

  ZipfChoice(int count) {
    this(count, EXPONENT);
  }

  /**
   * @param exponent 0: none comes more often than another
   */
  ZipfChoice(int count, double exponent) {
    sums = new double[count];
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += Math.pow(k + 1.0, -exponent);
      sums[k] = sum;
    }
  }

  /** How many numbers there are. */
  int count() {
    return sums.length;
  }

  /** The share of all draws that are of a number: 0 to 1. */
  double share(int number) {
    double before = number == 0 ? 0 : sums[number - 1];
    return (sums[number] - before) / sums[sums.length - 1];
  }

  /** A number in {@code [0, count)}. */
  private int draw(SplittableRandom random) {
    int found = Arrays.binarySearch(sums, random.nextDouble(sums[sums.length - 1]));
    return found < 0 ? -found - 1 : Math.min(found + 1, sums.length - 1);
  }

  /** Several different ones. */
  int[] drawDistinct(int wanted, SplittableRandom random) {
    Set<Integer> drawn = new LinkedHashSet<>();
    while (drawn.size() < Math.min(wanted, sums.length)) {
      drawn.add(draw(random));
    }
    return Ints.toArray(drawn);
  }
}
