package org.metarec.triple;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * The order of rows of a table, sorted column by column without a boxed number: least significant
 * digit first (Knuth, TAOCP 3, 5.2.5), in time linear in the rows. Not thread-safe.
 */
public final class RowOrder {
  private static final int DIGITS = Long.BYTES;
  private static final int VALUES_OF_DIGIT = 256;

  private final Progress progress;
  private int[] rows;

  /** Rows 0 to {@code size - 1} in this order. */
  public RowOrder(int size) {
    this(size, Progress.NONE);
  }

  /**
   * The same for very many rows.
   *
   * @param progress asked between two passes over them
   */
  public RowOrder(int size, Progress progress) {
    this.progress = progress;
    rows = new int[size];
    Arrays.setAll(rows, row -> row);
  }

  /**
   * Sorts by one more column, ascending. Rows that are equal in it keep their order: the column
   * that matters most comes last.
   *
   * @param key value of the column in a row
   */
  public RowOrder by(IntToLongFunction key) {
    long[] keys = new long[rows.length];
    int[][] counts = new int[DIGITS][VALUES_OF_DIGIT];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = key.applyAsLong(row) ^ Long.MIN_VALUE; // negative ones first, as unsigned digits
      for (int digit = 0; digit < DIGITS; digit++) {
        counts[digit][digitOf(keys[row], digit)]++;
      }
    }
    int[] spare = new int[rows.length];
    for (int digit = 0; digit < DIGITS; digit++) {
      progress.checkRunning();
      if (!sharedByAll(counts[digit])) {
        distribute(keys, digit, starts(counts[digit]), spare);
        int[] sorted = spare;
        spare = rows;
        rows = sorted;
      }
    }
    return this;
  }

  private void distribute(long[] keys, int digit, int[] starts, int[] sorted) {
    for (int row : rows) {
      sorted[starts[digitOf(keys[row], digit)]++] = row;
    }
  }

  private static int digitOf(long key, int digit) {
    return (int) (key >>> (Byte.SIZE * digit)) & (VALUES_OF_DIGIT - 1);
  }

  private boolean sharedByAll(int[] counts) {
    return Arrays.stream(counts).anyMatch(count -> count == rows.length);
  }

  private static int[] starts(int[] counts) {
    int[] starts = new int[counts.length];
    for (int value = 1; value < counts.length; value++) {
      starts[value] = starts[value - 1] + counts[value - 1];
    }
    return starts;
  }

  /** A column of doubles as one to sort by: −∞ first, then as {@code <} orders them. */
  public static long ascending(double value) {
    long bits = Double.doubleToLongBits(value + 0.0); // −0 becomes 0
    return bits ^ (bits >> (Long.SIZE - 1) & Long.MAX_VALUE);
  }

  /** The rows in order; the caller's, if nothing is sorted afterwards. */
  public int[] rows() {
    return rows;
  }
}
