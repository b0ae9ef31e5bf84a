package org.metarec.meta.task;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Items to draw from. Immutable; the array is taken over. */
public final class ItemPool {
  private final int[] items;
  private final int first;
  private final int size;
  private final IntPredicate contains;

  /**
   * @param items the pool is {@code size} of them from {@code first} on; of none, none can be drawn
   * @param contains tells whether an item is in the pool
   */
  ItemPool(int[] items, int first, int size, IntPredicate contains) {
    this.items = items;
    this.first = first;
    this.size = size;
    this.contains = contains;
  }

  /** All of some items, or of none; whether it contains others is not to be asked. */
  public static ItemPool of(int[] items) {
    return new ItemPool(items, 0, items.length, item -> true);
  }

  int size() {
    return size;
  }

  boolean contains(int item) {
    return contains.test(item);
  }

  /** All items if they are no more than a number, else that many draws, one twice by chance. */
  public List<Integer> some(int most, SplittableRandom random) {
    return size <= most
        ? IntStream.range(first, first + size).mapToObj(i -> items[i]).toList()
        : Stream.generate(() -> draw(random)).limit(most).toList();
  }

  int draw(SplittableRandom random) {
    return items[first + random.nextInt(size)];
  }
}
