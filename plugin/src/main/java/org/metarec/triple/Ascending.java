package org.metarec.triple;

/** Looks up numbers that are in ascending order. */
public final class Ascending {
  private Ascending() {}

  /**
   * How many of the numbers are below a bound: the position of the first that is not.
   *
   * @param bound none is below NaN
   * @param numbers ascending, none NaN
   */
  public static int below(double bound, double[] numbers) {
    return below(bound, numbers, 0, numbers.length);
  }

  /**
   * The position of the first that is not below a bound, within a range.
   *
   * @param from first of the range
   * @param to one beyond its last, which is found where all are below
   */
  public static int below(double bound, double[] numbers, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (numbers[middle] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many of the numbers are at most a bound. */
  public static int upTo(double bound, double[] numbers) {
    return bound == Double.POSITIVE_INFINITY // which has no next
        ? numbers.length
        : below(Math.nextUp(bound), numbers);
  }
}
