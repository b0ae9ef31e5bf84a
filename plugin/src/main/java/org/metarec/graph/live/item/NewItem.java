package org.metarec.graph.live.item;

import java.util.List;
import org.metarec.meta.item.NewItemRows;

/**
 * What is read of an item that the training did not know: what its relations and the values of its
 * features add to its vector, these values, and its time. Immutable.
 */
public final class NewItem {
  private final float[] content;
  private final List<Integer> values;
  private final float year;

  /**
   * @param content {@code float[width + 1]}, see {@link org.metarec.meta.item.ContentVector}
   * @param values of its features, of those that the training knew
   * @param year NaN where unknown
   */
  NewItem(float[] content, List<Integer> values, float year) {
    this.content = content;
    this.values = List.copyOf(values);
    this.year = year;
  }

  /**
   * The item's row, as in the model's table.
   *
   * @param item its number in the paths that the rows are of
   */
  public float[] row(int item, NewItemRows rows) {
    return rows.of(item, content, values, year);
  }
}
