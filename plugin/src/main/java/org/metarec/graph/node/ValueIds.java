package org.metarec.graph.node;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Ids of the values of item features beside those of nodes: items are linked with either. All are
 * below 0, where Neo4j has no node.
 */
public final class ValueIds {
  private ValueIds() {}

  /**
   * The id of a value.
   *
   * @param value position in the model's list
   */
  public static long of(int value) {
    return -1L - value;
  }

  /** Those of the first values of the list. */
  public static LongStream ofFirst(int values) {
    return IntStream.range(0, values).mapToLong(ValueIds::of);
  }

  /** Whether it is that of a value, and of no node. */
  public static boolean isOne(long id) {
    return id < 0;
  }

  /** The value that an id is of. */
  public static int value(long id) {
    return (int) (-1 - id);
  }
}
