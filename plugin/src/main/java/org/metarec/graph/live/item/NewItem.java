package org.metarec.graph.live.item;

import org.metarec.meta.item.NewItemRows;

/**
 * What is read of an item that the training did not know: what all that it is linked with adds to
 * its vector, and its time. Immutable.
 */
public final class NewItem {
  private final float[] content;
  private final float year;

  /**
   * @param content {@code float[width + 1]}, see {@link org.metarec.meta.item.ContentVector}
   * @param year NaN where unknown
   */
  NewItem(float[] content, float year) {
    this.content = content;
    this.year = year;
  }

  /**
   * The item's row, as in the model's table.
   *
   * @param item its number in the paths that the rows are of
   */
  public float[] row(int item, NewItemRows rows) {
    return rows.of(item, content, year);
  }
}
