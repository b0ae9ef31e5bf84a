package org.metarec.triple;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Permutations, each as likely as any other. */
public final class RandomOrder {

  private RandomOrder() {}

  /** The numbers from 0 to {@code size − 1} in random order (Fisher and Yates). */
  public static int[] of(int size, RandomGenerator random) {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    for (int last = size - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int moved = order[last];
      order[last] = order[other];
      order[other] = moved;
    }
    return order;
  }
}
