package org.metarec.graph.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.metarec.graph.live.item.ItemChanges;
import org.metarec.graph.live.item.ItemReader;
import org.metarec.graph.live.item.ReadItem;
import org.metarec.graph.live.model.ChangedItems;
import org.metarec.graph.node.LongReading;
import org.metarec.graph.node.NodeIds;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.TransactionData;

/**
 * What the nodes that a transaction creates or deletes will make of a model's items: made while
 * Neo4j commits it, so that the first request afterwards finds it done. Thread-safe.
 */
final class PrecommitItems {
  private final Map<Long, Function<Transaction, ReadItem>> looks = new HashMap<>();
  private final Map<ChangedItems, ChangedItems> made = new ConcurrentHashMap<>();
  private Optional<List<ReadItem>> items = Optional.empty();

  /**
   * Looks at the nodes, which their transaction alone sees as yet.
   *
   * @param changes what the transaction changes
   */
  PrecommitItems(ItemReader reader, ItemChanges changes, TransactionData data) {
    for (Node created : data.createdNodes()) {
      long id = NodeIds.of(created);
      if (changes.concern(id)) {
        looks.put(id, reader.look(created));
      }
    }
    for (Node deleted : data.deletedNodes()) {
      long id = NodeIds.of(deleted);
      looks.put(id, tx -> ReadItem.none(id, reader.newLinks()));
    }
  }

  /** Neo4j ids of the nodes. */
  Set<Long> nodes() {
    return looks.keySet();
  }

  /**
   * Items with these nodes. The first call with the items that there were makes that, others wait
   * for it; all items may have been read again meanwhile, which are others then.
   */
  ChangedItems after(GraphDatabaseService database, ChangedItems before) {
    return made.computeIfAbsent(before, there -> there.with(items(database)));
  }

  private synchronized List<ReadItem> items(GraphDatabaseService database) {
    if (items.isEmpty()) {
      items = Optional.of(read(database));
    }
    return items.get();
  }

  /** What they are linked with has been committed before them, or has no embedding. */
  private List<ReadItem> read(GraphDatabaseService database) {
    try (Transaction tx = LongReading.begin(database)) {
      return looks.values().stream().map(look -> look.apply(tx)).toList();
    }
  }
}
