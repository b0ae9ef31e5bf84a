package org.metarec.testing;

import java.util.stream.LongStream;

/**
 * Seeds of randomised tests, for {@code @MethodSource}. A failing one is replayed alone by {@code
 * -Dmetarec.seed=N}.
 */
public final class Seeds {

  private Seeds() {}

  /** For properties that take microseconds. */
  public static LongStream hundred() {
    return first(100);
  }

  /** For properties that take milliseconds. */
  public static LongStream ten() {
    return first(10);
  }

  private static LongStream first(int count) {
    Long replayed = Long.getLong("metarec.seed");
    return replayed == null ? LongStream.range(0, count) : LongStream.of(replayed);
  }
}
