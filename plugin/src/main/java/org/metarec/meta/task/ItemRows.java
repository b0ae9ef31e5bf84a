package org.metarec.meta.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The distinct items of a batch, each with a row of its own, in the order they came up. */
public final class ItemRows {
  private final Map<Integer, Integer> rowOfItem = new HashMap<>();
  private final List<Integer> itemOfRow = new ArrayList<>();

  /** The row of an item, a new one if it is not among them yet. */
  public int rowOf(int item) {
    return rowOfItem.computeIfAbsent(
        item,
        added -> {
          itemOfRow.add(added);
          return itemOfRow.size() - 1;
        });
  }

  public int size() {
    return itemOfRow.size();
  }

  /** The dense item id of a row. */
  public int item(int row) {
    return itemOfRow.get(row);
  }
}
