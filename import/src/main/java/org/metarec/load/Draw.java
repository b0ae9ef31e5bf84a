package org.metarec.load;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Draws from a list with probabilities proportional to weights. */
final class Draw {
  private Draw() {}

  /**
   * One element.
   *
   * @param weight ≥ 0, not 0 for all
   */
  static <T> T one(List<T> list, ToDoubleFunction<T> weight, SplittableRandom random) {
    double[] upTo = new double[list.size()];
    double total = 0;
    for (int i = 0; i < upTo.length; i++) {
      total += weight.applyAsDouble(list.get(i));
      upTo[i] = total;
    }
    double point = random.nextDouble() * total;
    int chosen = 0;
    while (chosen < upTo.length - 1 && upTo[chosen] <= point) {
      chosen++;
    }
    return list.get(chosen);
  }
}
