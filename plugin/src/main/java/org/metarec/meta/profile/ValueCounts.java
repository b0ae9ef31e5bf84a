package org.metarec.meta.profile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Likes of an item or an attribute by the users of each value; most have none. Immutable. */
final class ValueCounts {
  static final ValueCounts NONE = new ValueCounts(new int[0], new int[0], 0);

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

  /** The values whose users have some, ascending. */
  IntStream values() {
    return Arrays.stream(values);
  }

  /** Adds up counts, one after the other. Not thread-safe. */
  static final class Sum {
    private final int[] counts;
    private final int[] touched;
    private int size;
    private int likes;

    Sum(int userValues) {
      this.counts = new int[userValues];
      this.touched = new int[userValues];
    }

    /** Adds a like. */
    void add(List<Integer> userValues) {
      likes++;
      userValues.forEach(value -> add(value, 1));
    }

    void add(ValueCounts other) {
      likes += other.likes;
      for (int place = 0; place < other.values.length; place++) {
        add(other.values[place], other.counts[place]);
      }
    }

    private void add(int value, int count) {
      if (counts[value] == 0) {
        touched[size++] = value;
      }
      counts[value] += count;
    }

    /** The sum; afterwards it is 0 again. */
    ValueCounts take() {
      if (likes == 0) {
        return NONE;
      }
      int[] values = Arrays.copyOf(touched, size);
      Arrays.sort(values);
      int[] taken = IntStream.of(values).map(value -> counts[value]).toArray();
      IntStream.of(values).forEach(value -> counts[value] = 0);
      ValueCounts sum = new ValueCounts(values, taken, likes);
      size = 0;
      likes = 0;
      return sum;
    }
  }
}
