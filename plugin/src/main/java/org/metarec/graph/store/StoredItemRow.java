package org.metarec.graph.store;

import java.util.Optional;
import org.metarec.model.taste.PackedRow;
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
   * The row of an item, as {@code model.taste.ItemTable} gives it; empty if the training did not
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
    String found = stored instanceof byte[] bytes ? bytes.length + " bytes" : typeOf(stored);
    throw StoredProperties.damaged(
        modelName,
        "has %s in '%s' of node %s, expected %d bytes"
            .formatted(found, property, item.getElementId(), length));
  }

  private static String typeOf(Object stored) {
    return "a value of type " + stored.getClass().getSimpleName();
  }
}
