package org.metarec.triple;

import java.util.Objects;
import java.util.stream.IntStream;

/** Where the rows of compressed sparse rows begin, of entries that come in any order. */
public final class Offsets {
  private Offsets() {}

  /**
   * Counts the entries of each row. Whoever puts them there, next to each other, counts a copy up.
   *
   * @param rows of the entries, each in {@code [0, rowCount)}
   * @return {@code int[rowCount + 1]}: where each row begins, and where the last one ends
   * @throws IndexOutOfBoundsException if an entry has another row
   */
  public static int[] of(int rowCount, IntStream rows) {
    int[] offsets = new int[rowCount + 1];
    rows.forEach(row -> offsets[Objects.checkIndex(row, rowCount) + 1]++);
    for (int row = 0; row < rowCount; row++) {
      offsets[row + 1] += offsets[row];
    }
    return offsets;
  }
}
