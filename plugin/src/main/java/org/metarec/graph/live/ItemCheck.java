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
  private final NewItems newItems;

  ItemCheck(LiveModel live) {
    this.live = live;
    this.serving = live.requireServing();
    this.newItems = new NewItems(live.model(), live.parameters(), live.newRows().orElseThrow());
  }

  /** Whether the model has the item, with the relations it has now. */
  boolean isAsRead(Node node) {
    OptionalInt item = live.item(node);
    return item.isPresent()
        && linksInMemory(item.getAsInt()).equals(linksNow(node))
        && (live.isKnown(item.getAsInt()) || hasSameRow(node, item.getAsInt()));
  }

  private boolean hasSameRow(Node node, int item) {
    return Arrays.equals(newItems.row(item, node), serving.taste().items().row(item));
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
      addEnds(relation, paths.relation(relation).attributes(), item, paths.itemCount(), ends);
      addEnds(relation, paths.relation(relation).direct(), item, 0, ends);
    }
    return ends;
  }

  /** Adds the other ends of an item's links; {@code first} is the entity of target 0. */
  private void addEnds(int relation, Links links, int item, int first, Set<ItemLinks.End> ends) {
    for (int link = links.from(item); link < links.to(item); link++) {
      long nodeId = live.vocabulary().nodeId(first + links.target(link));
      ends.add(new ItemLinks.End(relation, nodeId));
    }
  }
}
