package org.metarec.graph.live;

import java.util.List;
import java.util.Optional;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.NodeIds;
import org.metarec.graph.NodeKey;
import org.metarec.graph.store.ModelNode;
import org.metarec.model.ItemTable;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;

/**
 * What a node was when it was read: an item with its relations, or none.
 *
 * @param nodeId Neo4j's
 * @param key empty if the node is no item, or no more
 * @param isTrained whether the training knew it
 * @param row its only row is that of the item; without one if the node is no item
 * @param links of the item
 */
record ReadItem(
    long nodeId, Optional<NodeKey> key, boolean isTrained, ItemTable row, ItemLinks links) {

  boolean isItem() {
    return key.isPresent();
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
    ItemTable row = new ItemTable(live.requireServing().taste().items().width(), 1);
    Object trained = node.getProperty(model.itemProperty(), null);
    if (trained != null) {
      row.setRow(0, (float[]) trained);
    } else {
      new NewItems(model, live.parameters(), live.requireServing().taste()).setRow(row, 0, node);
    }
    return new ReadItem(
        NodeIds.of(node), Optional.of(NodeKey.of(node, label)), trained != null, row, links);
  }

  /** A node that is no item, or no more. */
  static ReadItem none(long nodeId, LiveModel live) {
    int width = live.requireServing().taste().items().width();
    return new ReadItem(nodeId, Optional.empty(), false, new ItemTable(width, 0), links(live));
  }

  private static ItemLinks links(LiveModel live) {
    List<String> types = live.model().relationNames(Relation.Kind.ITEM_RELATION);
    return new ItemLinks(types);
  }
}
