package org.metarec.meta.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Likes of an item or an attribute by the users of each value: of those that have some, or, where
 * that are most, of all. Immutable.
 */
final class ValueCounts {
  static final ValueCounts NONE = new ValueCounts(Optional.of(new int[0]), new int[0], 0);

  private final Optional<int[]> values; // empty: all
  private final int[] counts;
  private final int likes;

  private ValueCounts(Optional<int[]> values, int[] counts, int likes) {
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
    int place = values.isEmpty() ? value : Arrays.binarySearch(values.get(), value);
    return place < 0 ? 0 : counts[place];
  }

  /** The values whose users have some, ascending. */
  IntStream values() {
    return values.map(Arrays::stream).orElseGet(() -> IntStream.range(0, counts.length));
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
      other.values().forEach(value -> add(value, other.of(value)));
    }

    private void add(int value, int count) {
      if (counts[value] == 0 && count > 0) {
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
      boolean areMost = 2 * size >= counts.length;
      int[] taken =
          areMost ? counts.clone() : IntStream.of(values).map(value -> counts[value]).toArray();
      IntStream.of(values).forEach(value -> counts[value] = 0);
      ValueCounts sum =
          new ValueCounts(areMost ? Optional.empty() : Optional.of(values), taken, likes);
      size = 0;
      likes = 0;
      return sum;
    }
  }
}
