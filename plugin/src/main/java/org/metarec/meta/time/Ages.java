package org.metarec.meta.time;

import com.google.common.primitives.Ints;

/**
 * Ages of items by octaves: the first is of those from a half of the whole time on, the second from
 * a quarter on, and the last of all that are younger.
 *
 * @param count how many there are, at least one
 */
record Ages(int count) {
  /** The most of which even the last, from an age of 0 on, is longer than a share. */
  static Ages longerThan(double share) {
    return new Ages(Math.max(0, -1 - Math.getExponent(share)) + 1);
  }

  /** From 0, the oldest. */
  int octave(double age) {
    return Ints.constrainToRange(-1 - Math.getExponent(age), 0, count - 1);
  }

  /**
   * Sets 1 for the octave of an age, but for the first.
   *
   * @param rows of {@code count − 1} numbers each, all 0
   * @param row which of them
   */
  void mark(double age, double[] rows, int row) {
    int octave = octave(age);
    if (octave > 0) {
      rows[row * (count - 1) + octave - 1] = 1;
    }
  }
}
