package org.metarec.graph.store;

import java.util.Optional;
import org.metarec.model.item.PackedRow;
import org.neo4j.graphdb.Node;

/** What a training learned of each item, as its node holds it. */
public final class StoredItemRow {
  private final String modelName;
  private final String property;
  private final int length;

  /**
   * @param width of the items' vectors
   */
  public StoredItemRow(ModelNode model, int width) {
    this.modelName = model.name();
    this.property = model.property(NodePart.ITEM);
    this.length = PackedRow.length(width);
  }

  /**
   * The row of an item, as {@code model.item.ItemTable} gives it; empty if the training did not
   * know the item.
   *
   * @throws org.metarec.ModelFormatException if the node holds something else
   */
  public Optional<float[]> of(Node item) {
    Object stored = item.getProperty(property, null);
    return Optional.ofNullable(stored).map(value -> row(item, value));
  }

  private float[] row(Node item, Object stored) {
    if (stored instanceof byte[] bytes && bytes.length == length) {
      return PackedRow.unpack(bytes);
    }
    throw StoredProperties.damagedRow(modelName, property, item, stored, length + " bytes");
  }
}
