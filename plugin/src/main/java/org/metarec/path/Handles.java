package org.metarec.path;

import java.util.Arrays;

/**
 * Many numbers that mostly lie less than 2³² apart, as the ids of a store's relationships do; then
 * each takes four bytes, otherwise eight, and where all are the same none. Immutable.
 */
final class Handles {
  private static final int[] NOTHING = {};

  static final Handles NONE = of(new long[0], 0);

  private final long lowest;
  private final int[] distances;
  private final long[] apart;

  private Handles(long lowest, int[] distances, long[] apart) {
    this.lowest = lowest;
    this.distances = distances;
    this.apart = apart;
  }

  /** The first of some numbers, as a copy. */
  static Handles of(long[] numbers, int count) {
    long lowest = Arrays.stream(numbers, 0, count).min().orElse(0);
    long highest = Arrays.stream(numbers, 0, count).max().orElse(0);
    if (highest == lowest) {
      return new Handles(lowest, NOTHING, new long[0]);
    }
    if (highest - lowest < 0 || highest - lowest > 0xFFFF_FFFFL) {
      return new Handles(0, NOTHING, Arrays.copyOf(numbers, count));
    }
    int[] distances = new int[count];
    for (int i = 0; i < count; i++) {
      distances[i] = (int) (numbers[i] - lowest);
    }
    return new Handles(lowest, distances, new long[0]);
  }

  long get(int index) {
    if (apart.length > 0) {
      return apart[index];
    }
    return distances.length == 0 ? lowest : lowest + Integer.toUnsignedLong(distances[index]);
  }
}
