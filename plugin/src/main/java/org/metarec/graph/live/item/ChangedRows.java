package org.metarec.graph.live.item;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.metarec.meta.item.NewItemRows;
import org.metarec.model.item.ItemTable;

/** Changed items with their numbers, ascending; one that is gone has no links. Growing. */
public final class ChangedRows {
  private final int[] numbers;
  private final ReadItem[] items;
  private int size;

  public ChangedRows(int capacity) {
    this.numbers = new int[capacity];
    this.items = new ReadItem[capacity];
  }

  /** Adds one with a higher number than those before. */
  public void add(int number, ReadItem item) {
    numbers[size] = number;
    items[size] = item;
    size++;
  }

  public int size() {
    return size;
  }

  public ReadItem item(int place) {
    return items[place];
  }

  public int[] numbers() {
    return Arrays.copyOf(numbers, size);
  }

  /** Hashes of their keys, by their numbers. */
  Map<Integer, Integer> keyHashes() {
    Map<Integer, Integer> hashes = new HashMap<>();
    for (int place = 0; place < size; place++) {
      if (items[place].isItem()) {
        hashes.put(numbers[place], items[place].keyHash());
      }
    }
    return hashes;
  }

  /** Those of the items from a number on that are still there. */
  private ChangedRows itemsFrom(int number) {
    ChangedRows left = new ChangedRows(size);
    for (int place = 0; place < size; place++) {
      if (numbers[place] >= number && items[place].isItem()) {
        left.add(numbers[place], items[place]);
      }
    }
    return left;
  }

  /**
   * A table with the rows of these items as its overlay; those that the training knew keep theirs.
   *
   * @param itemCount of all items
   */
  public ItemTable table(ItemTable base, int trainedItems, int itemCount, NewItemRows newRows) {
    ChangedRows rows = itemsFrom(trainedItems);
    ItemTable overlay = new ItemTable(base.width(), rows.size);
    for (int place = 0; place < rows.size; place++) {
      overlay.setRow(place, rows.items[place].row(rows.numbers[place], newRows));
    }
    return base.with(itemCount, rows.numbers(), overlay);
  }
}
