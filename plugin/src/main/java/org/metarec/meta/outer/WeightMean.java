package org.metarec.meta.outer;

/**
 * The mean of what is learned over the steps of an optimiser, in which later steps weigh more:
 * polynomial-decay averaging (Shamir and Zhang, ICML 2013, arXiv:1212.1824). Steps of a constant
 * length end up around a minimum, not in it; their mean lies nearer to it (Polyak and Juditsky
 * 1992; Izmailov et al., UAI 2018, arXiv:1803.05407).
 */
public final class WeightMean {
  /** η: a step weighs about as the η-th power of its number. */
  private static final int POWER = 3;

  private WeightMean() {}

  /**
   * What has been learned after a step makes this share of the mean after it, {@code (η + 1) / (t +
   * η)}.
   *
   * @param step t, from 1 on
   * @return above 0; 1 after the first step
   */
  public static double share(int step) {
    return (POWER + 1.0) / (step + POWER);
  }

  /**
   * What is left in the mean after one step of the mean after an earlier one: the product of all
   * {@code 1 − share} between them, {@code Π_k (from + k) / (to + k)} over k from 0 to η.
   *
   * @param from the earlier step; of the mean before the first, step 0, nothing is left
   * @param to at least {@code from}
   */
  static double left(int from, int to) {
    double left = from == 0 ? 0 : 1;
    for (int k = 0; k <= POWER && left > 0; k++) {
      left *= (from + k) / (double) (to + k);
    }
    return left;
  }
}
