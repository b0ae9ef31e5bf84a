package org.metarec.triple;

/** Two numbers as one, which are in the order of the first, then of the second. */
public final class IntPair {
  private IntPair() {}

  /**
   * The one number.
   *
   * @param second ≥ 0
   */
  public static long of(int first, int second) {
    return (long) first << Integer.SIZE | second;
  }

  public static int first(long pair) {
    return (int) (pair >> Integer.SIZE);
  }

  public static int second(long pair) {
    return (int) pair;
  }
}
