package org.metarec.bench.serve;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws numbers of which a few come often: number k with a share of {@code 1 / (k + 1)^0.75}. */
final class ZipfChoice {
  private static final double EXPONENT = 0.75;

  private final double[] sums;

  ZipfChoice(int count) {
    sums = new double[count];
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += Math.pow(k + 1.0, -EXPONENT);
      sums[k] = sum;
    }
  }

  /** How many numbers there are. */
  int count() {
    return sums.length;
  }

  /** A number in {@code [0, count)}. */
  private int draw(SplittableRandom random) {
    int found = Arrays.binarySearch(sums, random.nextDouble(sums[sums.length - 1]));
    return found < 0 ? -found - 1 : Math.min(found + 1, sums.length - 1);
  }

  /** Several different ones. */
  int[] drawDistinct(int wanted, SplittableRandom random) {
    int[] drawn = new int[Math.min(wanted, sums.length)];
    int size = 0;
    while (size < drawn.length) {
      int next = draw(random);
      if (Arrays.stream(drawn, 0, size).noneMatch(other -> other == next)) {
        drawn[size++] = next;
      }
    }
    return drawn;
  }
}
