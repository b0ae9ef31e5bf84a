package org.metarec.graph.live.item;

import java.util.Optional;
import org.metarec.graph.node.NodeKey;
import org.metarec.graph.node.NodeNumbers;
import org.metarec.meta.item.NewItemRows;
import org.metarec.meta.popularity.EarnedLikes;

/**
 * What a node was when it was read: an item with its relations and values, or none. Immutable, but
 * for what it remembers of its last use.
 */
public final class ReadItem {
  private final long nodeId;
  private final Optional<NodeKey> key;
  private final int keyHash;
  private final Optional<float[]> trainedRow;
  private final Optional<NewItem> newItem;
  private final ItemLinks links;
  private volatile Optional<Row> lastRow = Optional.empty();
  private volatile Optional<Numbers> lastNumbers = Optional.empty();

  /** A row, and what it was made by, see {@link NewItemRows#basis}. */
  private static final class Row {
    private final EarnedLikes basis;
    private final float[] values;

    Row(EarnedLikes basis, float[] values) {
      this.basis = basis;
      this.values = values;
    }
  }

  /** Numbers of the attributes that it is linked with, in one base. */
  private static final class Numbers {
    private final NodeNumbers base;
    private final int[] attributes;

    Numbers(NodeNumbers base, int[] attributes) {
      this.base = base;
      this.attributes = attributes;
    }
  }

  private ReadItem(
      long nodeId,
      Optional<NodeKey> key,
      Optional<float[]> trainedRow,
      Optional<NewItem> newItem,
      ItemLinks links) {
    this.nodeId = nodeId;
    this.key = key;
    this.keyHash = key.map(known -> KeyHashes.of(known, trainedRow.isPresent())).orElse(0);
    this.trainedRow = trainedRow;
    this.newItem = newItem;
    this.links = links;
  }

  /** An item that the training knew. */
  static ReadItem trained(long nodeId, NodeKey key, float[] row, ItemLinks links) {
    return new ReadItem(nodeId, Optional.of(key), Optional.of(row), Optional.empty(), links);
  }

  /** An item that it did not know. */
  static ReadItem fresh(long nodeId, NodeKey key, NewItem item, ItemLinks links) {
    return new ReadItem(nodeId, Optional.of(key), Optional.empty(), Optional.of(item), links);
  }

  /** A node that is no item, or no more. */
  public static ReadItem none(long nodeId, ItemLinks noLinks) {
    return new ReadItem(nodeId, Optional.empty(), Optional.empty(), Optional.empty(), noLinks);
  }

  public long nodeId() {
    return nodeId;
  }

  public boolean isItem() {
    return key.isPresent();
  }

  /** What items are sorted by; of an item. */
  public NodeKey key() {
    return key.orElseThrow();
  }

  /** See {@link KeyHashes}. */
  int keyHash() {
    return keyHash;
  }

  /** Whether the training knew it. */
  public boolean isTrained() {
    return trainedRow.isPresent();
  }

  public ItemLinks links() {
    return links;
  }

  /**
   * Of each link the number that its attribute has in the base, negative where it has none.
   *
   * @param attributes of the base, with an overlay or without
   */
  public int[] attributesInBase(NodeNumbers attributes) {
    Numbers numbers =
        lastNumbers
            .filter(last -> last.base.equals(attributes.base()))
            .orElseGet(() -> new Numbers(attributes.base(), links.numbersInBase(attributes)));
    lastNumbers = Optional.of(numbers);
    return numbers.attributes;
  }

  /** The row of an item of that number; not a copy. */
  float[] row(int item, NewItemRows rows) {
    if (trainedRow.isPresent()) {
      return trainedRow.get();
    }
    Row row =
        lastRow
            .filter(last -> last.basis.equals(rows.basis()))
            .orElseGet(() -> new Row(rows.basis(), newItem.orElseThrow().row(item, rows)));
    lastRow = Optional.of(row);
    return row.values;
  }
}
