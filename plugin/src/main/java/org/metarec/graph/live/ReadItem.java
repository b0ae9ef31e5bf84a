package org.metarec.graph.live;

import java.util.Optional;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.NodeIds;
import org.metarec.graph.NodeKey;
import org.metarec.graph.store.ModelNode;
import org.metarec.meta.NewItemRows;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;

/** What a node was when it was read: an item with its relations, or none. Immutable. */
final class ReadItem {
  private final long nodeId;
  private final Optional<NodeKey> key;
  private final Optional<float[]> trainedRow;
  private final Optional<NewItem> newItem;
  private final ItemLinks links;

  private ReadItem(
      long nodeId,
      Optional<NodeKey> key,
      Optional<float[]> trainedRow,
      Optional<NewItem> newItem,
      ItemLinks links) {
    this.nodeId = nodeId;
    this.key = key;
    this.trainedRow = trainedRow;
    this.newItem = newItem;
    this.links = links;
  }

  /** Reads a node that is there. */
  static ReadItem of(Node node, LiveModel live) {
    ModelNode model = live.model();
    KeyedLabel label = model.schema().item().orElseThrow();
    if (!node.hasLabel(Label.label(label.label()))) {
      return none(NodeIds.of(node), live);
    }
    ItemLinks links = links(live);
    links.addAllOf(node);
    Optional<float[]> trained =
        Optional.ofNullable((float[]) node.getProperty(model.itemProperty(), null));
    Optional<NewItem> fresh =
        trained.isPresent()
            ? Optional.empty()
            : Optional.of(NewItem.read(node, model, live.parameters()));
    return new ReadItem(
        NodeIds.of(node), Optional.of(NodeKey.of(node, label)), trained, fresh, links);
  }

  /** A node that is no item, or no more. */
  static ReadItem none(long nodeId, LiveModel live) {
    return new ReadItem(nodeId, Optional.empty(), Optional.empty(), Optional.empty(), links(live));
  }

  private static ItemLinks links(LiveModel live) {
    return new ItemLinks(live.model().relationNames(Relation.Kind.ITEM_RELATION));
  }

  long nodeId() {
    return nodeId;
  }

  boolean isItem() {
    return key.isPresent();
  }

  /** What items are sorted by; of an item. */
  NodeKey key() {
    return key.orElseThrow();
  }

  /** Whether the training knew it. */
  boolean isTrained() {
    return trainedRow.isPresent();
  }

  ItemLinks links() {
    return links;
  }

  /** The row of an item of that number. */
  float[] row(int item, NewItemRows rows) {
    return trainedRow.orElseGet(() -> newItem.orElseThrow().row(item, rows));
  }
}
