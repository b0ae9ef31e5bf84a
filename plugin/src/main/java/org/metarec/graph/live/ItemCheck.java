package org.metarec.graph.live;

import java.util.Arrays;
import java.util.OptionalInt;
import org.metarec.graph.live.item.ItemReader;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.node.OpenTransaction;
import org.metarec.meta.item.NewItemRows;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Whether an item is, for the transaction of its node, what a model in memory takes it for. It is,
 * if the model has it and the transaction has written nothing. Of one that has, Neo4j tells nobody
 * what, so the relations and features of each node that the caller passes in are read: some
 * microseconds a node, and no limit, or a change beyond it would not be seen.
 */
final class ItemCheck {
  private final Transaction tx;
  private final LiveModel live;
  private final ItemReader reader;
  private final boolean mayHaveChanges;

  ItemCheck(Transaction tx, LiveModel live) {
    this.tx = tx;
    this.live = live;
    this.reader = live.requireTaste().reader();
    this.mayHaveChanges = OpenTransaction.mayHaveChanges(tx);
  }

  /** Whether the model has the item, with the relations and features it has now. */
  boolean isAsRead(Node node) {
    OptionalInt item = live.item(node);
    return item.isPresent() && (!mayHaveChanges || isSame(node, item.getAsInt()));
  }

  private boolean isSame(Node node, int item) {
    return live.hasLinks(item, reader.links(node)) && hasSameRow(node, item);
  }

  /** What the training knew bears its row; another node may have the id of a deleted one. */
  private boolean hasSameRow(Node node, int item) {
    float[] row =
        reader.trainedRow(node).orElseGet(() -> reader.newItem(tx, node).row(item, rows(item)));
    return Arrays.equals(row, live.requireServing().taste().items().row(item));
  }

  /** What made its row: that of before trained items changed, unless it was read again since. */
  private NewItemRows rows(int item) {
    NewItemRows now = live.requireTaste().newRows();
    return live.requireServing().paths().isChanged(item) ? now : now.asRead();
  }
}
