package org.metarec.graph.live;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.path.LinkDirection;
import org.metarec.path.Links;
import org.metarec.path.PathRelation;

/** What a model has in memory of its items, as text: equal texts mean equal items. */
final class ItemText {
  private ItemText() {}

  /** Each item's row, and its links with their weights, by ids of nodes. */
  static Map<Long, String> of(LiveModel live) {
    Map<Long, String> items = new TreeMap<>();
    for (int item = 0; item < live.requireServing().itemCount(); item++) {
      if (!live.requireServing().gone().contains(item)) {
        items.put(
            live.itemId(item),
            Arrays.toString(live.requireServing().taste().items().row(item)) + links(live, item));
      }
    }
    return items;
  }

  private static Set<String> links(LiveModel live, int item) {
    Set<String> found = new TreeSet<>();
    for (int r = 0; r < 3; r++) {
      PathRelation relation = live.requireServing().paths().relation(r);
      Links attributes = relation.attributes();
      for (int link = attributes.from(item); link < attributes.to(item); link++) {
        int attribute = attributes.target(link);
        found.add(
            "%d %s %d weighs %.5f"
                .formatted(
                    r,
                    live.attributeId(attribute),
                    attributes.handle(link),
                    relation.idf(attribute)));
      }
      for (LinkDirection direction : LinkDirection.values()) {
        Links direct = relation.direct().of(direction);
        for (int link = direct.from(item); link < direct.to(item); link++) {
          found.add("%d %s item %d".formatted(r, direction, live.itemId(direct.target(link))));
        }
      }
      found.add("%d length %.5f".formatted(r, relation.norm(item)));
    }
    return found;
  }
}
