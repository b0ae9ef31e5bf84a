package org.metarec.triple;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Permutations, each as likely as any other. */
public final class RandomOrder {

  private RandomOrder() {}

  /** The numbers from 0 to {@code size − 1} in random order. */
  public static int[] of(int size, RandomGenerator random) {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    shuffle(order, random);
    return order;
  }

  /** Puts the numbers into random order, in place (Fisher and Yates). */
  public static void shuffle(int[] numbers, RandomGenerator random) {
    for (int last = numbers.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int moved = numbers[last];
      numbers[last] = numbers[other];
      numbers[other] = moved;
    }
  }
}
