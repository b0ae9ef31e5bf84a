package org.metarec.meta.config;

import java.util.SplittableRandom;

/**
 * What of meta-learning draws by chance, each from a stream of its own. Seeds one apart share them:
 * stream {@code i + 1} of a seed is stream {@code i} of the next.
 */
public enum RandomStream {
  PRIOR_START(0),
  OUTER_LOOP(1),
  FISHER(2),
  NEW_ITEM_LEVEL(3),
  HELD_BACK(4),
  NEW_ITEM_TASTE(5),
  RATING_WEIGHT(6);

  private final int number;

  RandomStream(int number) {
    this.number = number;
  }

  /** The same for the same seed. */
  public SplittableRandom of(long seed) {
    return new SplittableRandom(seed + number);
  }
}
