package org.metarec.graph.live;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import org.metarec.graph.live.item.ItemLinks;
import org.metarec.graph.live.item.ItemReader;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.node.NodeNumbers;
import org.metarec.model.ServingModel;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
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
  private final ServingModel serving;
  private final ItemReader reader;

  ItemCheck(Transaction tx, LiveModel live) {
    this.tx = tx;
    this.live = live;
    this.serving = live.requireServing();
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
    float[] row = reader.newItem(tx, node).row(item, live.requireTaste().newRows());
    return Arrays.equals(row, serving.taste().items().row(item));
  }

  private boolean hasSameLinks(Node node, int item) {
    ItemLinks links = reader.newLinks();
    links.addAllOf(node);
    Set<ItemLinks.Link> now = links.all();
    PathIndex paths = serving.paths();
    int inMemory = 0;
    for (int relation = 0; relation < paths.relationCount(); relation++) {
      Links attributes = paths.relation(relation).attributes();
      Links direct = paths.relation(relation).direct();
      if (!containsAll(now, relation, attributes, item, live.attributes())
          || !containsAll(now, relation, direct, item, live.items())) {
        return false;
      }
      inMemory += attributes.degree(item) + direct.degree(item);
    }
    return inMemory == now.stream().map(ItemLinks.Link::withoutHandle).distinct().count();
  }

  /** Whether an item's links in memory, each by one relationship, are among those of now. */
  private static boolean containsAll(
      Set<ItemLinks.Link> now, int relation, Links links, int item, NodeNumbers targets) {
    int end = links.to(item);
    for (int link = links.from(item); link < end; link++) {
      long node = targets.nodeId(links.target(link));
      if (!now.contains(new ItemLinks.Link(relation, node, links.handle(link)))) {
        return false;
      }
    }
    return true;
  }
}
