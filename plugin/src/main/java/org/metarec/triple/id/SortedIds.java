package org.metarec.triple.id;

import java.util.Arrays;

/**
 * Where an id is among sorted ones. Ids of one store lie nearly evenly, so the place is guessed
 * from the value, then closed in on from there in growing steps: mostly one look, never more than
 * twice those of a binary search.
 */
public final class SortedIds {

  private SortedIds() {}

  /**
   * The position of an id, negative if it is not there.
   *
   * @param sorted distinct ids, ascending
   */
  public static int indexOf(long[] sorted, long id) {
    int last = sorted.length - 1;
    if (last < 0 || id < sorted[0] || id > sorted[last]) {
      return -1;
    }
    double slope = last / Math.max(1.0, (double) (sorted[last] - sorted[0]));
    int guess = (int) ((double) (id - sorted[0]) * slope);
    int step = 1;
    if (sorted[guess] > id) {
      int low = guess - 1;
      while (low > 0 && sorted[low] > id) {
        step *= 2;
        low = Math.max(0, low - step);
      }
      return Arrays.binarySearch(sorted, low, guess, id);
    }
    int high = guess + 1;
    while (high <= last && sorted[high] <= id) {
      step *= 2;
      high = (int) Math.min(last + 1L, (long) high + step);
    }
    return Arrays.binarySearch(sorted, guess, high, id);
  }
}
