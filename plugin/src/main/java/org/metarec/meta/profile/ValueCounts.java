package org.metarec.meta.profile;

import java.util.Arrays;
import java.util.List;

/** Likes of one item or attribute by the users of each value; most have none. Immutable. */
final class ValueCounts {
  private final int[] values;
  private final int[] counts;
  private final int likes;

  private ValueCounts(int[] values, int[] counts, int likes) {
    this.values = values;
    this.counts = counts;
    this.likes = likes;
  }

  /** Of all users. */
  int likes() {
    return likes;
  }

  /** Of the users of one value. */
  int of(int value) {
    int place = Arrays.binarySearch(values, value);
    return place < 0 ? 0 : counts[place];
  }

  /** Adds up counts, one after the other. Not thread-safe. */
  static final class Sum {
    private final int[] counts;
    private int likes;

    Sum(int userValues) {
      this.counts = new int[userValues];
    }

    /** Adds a like. */
    void add(List<Integer> userValues) {
      likes++;
      userValues.forEach(value -> counts[value]++);
    }

    void add(ValueCounts other) {
      likes += other.likes;
      for (int place = 0; place < other.values.length; place++) {
        counts[other.values[place]] += other.counts[place];
      }
    }

    /** The sum; afterwards it is 0 again. */
    ValueCounts take() {
      int used = (int) Arrays.stream(counts).filter(count -> count > 0).count();
      int[] values = new int[used];
      int[] taken = new int[used];
      int place = 0;
      for (int value = 0; value < counts.length; value++) {
        if (counts[value] > 0) {
          values[place] = value;
          taken[place++] = counts[value];
          counts[value] = 0;
        }
      }
      ValueCounts sum = new ValueCounts(values, taken, likes);
      likes = 0;
      return sum;
    }
  }
}
