package org.metarec.triple;

/** Looks numbers up that are in ascending order. */
public final class Ascending {
  private Ascending() {}

  /**
   * How many numbers are below a bound: the position of the first that is not.
   *
   * @param numbers ascending, none NaN
   */
  public static int below(double bound, double[] numbers) {
    int low = 0;
    int high = numbers.length;
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
}
