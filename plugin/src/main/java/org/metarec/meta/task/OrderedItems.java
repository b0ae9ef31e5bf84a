package org.metarec.meta.task;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.metarec.triple.Ascending;
import org.metarec.triple.RowOrder;

/** Items in the order of a number that they have. Immutable. */
final class OrderedItems {
  private final IntToDoubleFunction number;
  private final int[] items;
  private final double[] numbers;

  /**
   * @param number of an item; those of which it is NaN are left out
   */
  OrderedItems(int[] items, IntToDoubleFunction number) {
    this.number = number;
    int[] numbered =
        IntStream.of(items).filter(item -> !Double.isNaN(number.applyAsDouble(item))).toArray();
    this.items =
        IntStream.of(
                new RowOrder(numbered.length)
                    .by(row -> RowOrder.ascending(number.applyAsDouble(numbered[row])))
                    .rows())
            .map(row -> numbered[row])
            .toArray();
    this.numbers = IntStream.of(this.items).mapToDouble(number).toArray();
  }

  /** Those whose number is at least {@code from} and below {@code until}. */
  ItemPool between(double from, double until) {
    int first = Ascending.below(from, numbers);
    return new ItemPool(
        items,
        first,
        Ascending.below(until, numbers) - first,
        item -> number.applyAsDouble(item) >= from && number.applyAsDouble(item) < until);
  }
}
