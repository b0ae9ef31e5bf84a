package org.metarec.graph.live;

import java.util.Arrays;
import java.util.OptionalInt;
import org.metarec.graph.live.item.ItemLinks;
import org.metarec.graph.live.item.ItemReader;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.model.taste.ItemTable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Whether an item is, for the transaction of its node, what a model in memory takes it for. Neo4j
 * tells nobody what a transaction has changed, so the relations of each node that the caller passes
 * in are read: some microseconds a node, and no limit, or a change beyond it would not be seen.
 */
final class ItemCheck {
  private final Transaction tx;
  private final LiveModel live;
  private final ItemReader reader;

  ItemCheck(Transaction tx, LiveModel live) {
    this.tx = tx;
    this.live = live;
    this.reader = live.requireTaste().reader();
  }

  /** Whether the model has the item, with the relations it has now. */
  boolean isAsRead(Node node) {
    OptionalInt item = live.item(node);
    return item.isPresent()
        && hasSameLinks(node, item.getAsInt())
        && hasSameRow(node, item.getAsInt());
  }

  /** What the training knew bears its row; another node may have the id of a deleted one. */
  private boolean hasSameRow(Node node, int item) {
    boolean isTrained = node.hasProperty(live.model().itemProperty());
    if (isTrained || live.isTrained(item)) {
      return isTrained && live.isTrained(item);
    }
    ItemTable items = live.requireServing().taste().items();
    float[] row = reader.newItem(tx, node).row(item, live.requireTaste().newRows());
    row[items.width()] = items.bias(item); // that of before, where a trained item changed since
    return Arrays.equals(row, items.row(item));
  }

  private boolean hasSameLinks(Node node, int item) {
    ItemLinks links = reader.newLinks();
    links.addAllOf(node);
    return live.hasLinks(item, links);
  }
}
