package org.metarec.graph.live;

import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.metarec.model.ServingModel;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Node;

/** Whether an item is, for the transaction of its node, what a model in memory takes it for. */
final class ItemCheck {
  private final LiveModel live;
  private final ServingModel serving;

  ItemCheck(LiveModel live) {
    this.live = live;
    this.serving = live.requireServing();
  }

  /** Whether the model has the item, with the relations it has now. */
  boolean isAsRead(Node node) {
    OptionalInt item = live.item(node);
    return item.isPresent()
        && linksInMemory(item.getAsInt()).equals(linksNow(node))
        && hasSameRow(node, item.getAsInt());
  }

  /** What the training knew bears its row; another node may have the id of a deleted one. */
  private boolean hasSameRow(Node node, int item) {
    boolean isTrained = node.hasProperty(live.model().itemProperty());
    if (isTrained || live.isKnown(item)) {
      return isTrained && live.isKnown(item);
    }
    NewItem now = NewItem.read(node, live.model(), live.parameters());
    float[] row = now.row(item, live.newRows().orElseThrow());
    return Arrays.equals(row, serving.taste().items().row(item));
  }

  private Set<ItemLinks.End> linksNow(Node node) {
    ItemLinks links = new ItemLinks(live.model().relationNames(Relation.Kind.ITEM_RELATION));
    links.addAllOf(node);
    return links.ends();
  }

  private Set<ItemLinks.End> linksInMemory(int item) {
    PathIndex paths = serving.paths();
    Set<ItemLinks.End> ends = new HashSet<>();
    for (int relation = 0; relation < paths.relationCount(); relation++) {
      addEnds(relation, paths.relation(relation).attributes(), item, live.attributes(), ends);
      addEnds(relation, paths.relation(relation).direct(), item, live.items(), ends);
    }
    return ends;
  }

  /** Adds the other ends of an item's links. */
  private static void addEnds(
      int relation, Links links, int item, NodeNumbers targets, Set<ItemLinks.End> ends) {
    for (int link = links.from(item); link < links.to(item); link++) {
      ends.add(new ItemLinks.End(relation, targets.nodeId(links.target(link))));
    }
  }
}
