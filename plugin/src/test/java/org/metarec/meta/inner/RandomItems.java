package org.metarec.meta.inner;

import java.util.SplittableRandom;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.PriorShape;

/** Tables of items of which nothing is learned: every third is new. */
final class RandomItems {
  private RandomItems() {}

  static ItemTable table(int items, PriorShape shape, SplittableRandom random) {
    ItemTable table = new ItemTable(shape.width(), items);
    for (int item = 0; item < items; item++) {
      float[] scored = new float[shape.width() + 1];
      for (int k = 0; k < scored.length; k++) {
        scored[k] = (float) random.nextGaussian();
      }
      table.setRow(
          item, ItemTable.rowOf(scored, item % 3 == 0 ? ItemTable.CAME_SINCE : 0, Float.NaN));
    }
    return table;
  }
}
