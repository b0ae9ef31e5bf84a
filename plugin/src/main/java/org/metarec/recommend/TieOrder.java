package org.metarec.recommend;

import java.util.Comparator;
import java.util.List;

/**
 * Which of two items with equal scores comes first.
 *
 * @param rangeEnds of ranges of items within which the lower number comes first, ascending; the
 *     last is the number of items
 * @param order of any two items; asked only if their scores are equal
 */
public record TieOrder(List<Integer> rangeEnds, Comparator<Integer> order) {

  public TieOrder {
    rangeEnds = List.copyOf(rangeEnds);
  }
}
