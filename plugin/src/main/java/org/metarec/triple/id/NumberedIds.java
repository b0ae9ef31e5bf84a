package org.metarec.triple.id;

import java.util.Arrays;

/** Ids numbered in their order, from 0. Immutable. */
public final class NumberedIds {
  private static final int[] THE_PLACES = {};

  private final long[] ids;
  private final long[] sorted;
  private final int[] numberOfSorted;

  /**
   * @param ids distinct; taken over
   */
  public NumberedIds(long[] ids) {
    boolean ascending = true;
    for (int number = 1; number < ids.length; number++) {
      ascending &= ids[number - 1] < ids[number];
    }
    this.ids = ids;
    this.sorted = ascending ? ids : ids.clone();
    this.numberOfSorted = ascending ? THE_PLACES : numbers();
  }

  private int[] numbers() {
    Arrays.sort(sorted);
    int[] numbers = new int[ids.length];
    for (int number = 0; number < ids.length; number++) {
      numbers[SortedIds.indexOf(sorted, ids[number])] = number;
    }
    return numbers;
  }

  public int count() {
    return ids.length;
  }

  public long id(int number) {
    return ids[number];
  }

  /** The number of an id, -1 if it has none. */
  public int number(long id) {
    int place = SortedIds.indexOf(sorted, id);
    if (place < 0) {
      return -1;
    }
    return numberOfSorted == THE_PLACES ? place : numberOfSorted[place];
  }
}
