package org.metarec.meta.task;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The distinct items of a batch, each with a row of its own, in the order they came up. */
public final class ItemRows {
  private final Map<Integer, Integer> rowOfItem = new HashMap<>();
  private int[] itemOfRow = new int[64];

  /** The row of an item, a new one if it is not among them yet. */
  public int rowOf(int item) {
    Integer known = rowOfItem.get(item);
    if (known != null) {
      return known;
    }
    int row = rowOfItem.size();
    if (row == itemOfRow.length) {
      itemOfRow = Arrays.copyOf(itemOfRow, 2 * row);
    }
    itemOfRow[row] = item;
    rowOfItem.put(item, row);
    return row;
  }

  public int size() {
    return rowOfItem.size();
  }

  /** The dense item id of a row. */
  public int item(int row) {
    return itemOfRow[row];
  }
}
