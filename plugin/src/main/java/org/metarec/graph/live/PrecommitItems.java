package org.metarec.graph.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.metarec.graph.live.item.ItemChanges;
import org.metarec.graph.live.item.ItemReader;
import org.metarec.graph.live.item.ReadItem;
import org.metarec.graph.live.model.ChangedItems;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.waiting.LongReading;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.TransactionData;

/**
 * What the nodes that a transaction creates or deletes will make of a model's items: made while
 * Neo4j commits it, so that the first request afterwards finds it done. Thread-safe.
 */
final class PrecommitItems {
  private final ItemReader reader;
  private final Map<Long, Function<Transaction, ReadItem>> looks = new HashMap<>();
  private Optional<List<ReadItem>> items = Optional.empty();
  private Optional<Made> made = Optional.empty();

  /** What the nodes made of the items that were there. */
  private record Made(ChangedItems before, ChangedItems after) {}

  /**
   * Looks at the nodes, which their transaction alone sees as yet.
   *
   * @param changes what the transaction changes
   */
  PrecommitItems(ItemReader reader, ItemChanges changes, TransactionData data) {
    this.reader = reader;
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

  /** That of the model that it is made for. */
  ItemReader reader() {
    return reader;
  }

  /** Neo4j ids of the nodes. */
  Set<Long> nodes() {
    return looks.keySet();
  }

  /**
   * Items with these nodes. Whoever passes the same items as the last has it for nothing; they are
   * others once more has been read.
   */
  synchronized ChangedItems after(GraphDatabaseService database, ChangedItems before) {
    if (items.isEmpty()) {
      items = Optional.of(read(database));
    }
    if (made.isEmpty() || !made.get().before().equals(before)) {
      made = Optional.of(new Made(before, before.with(items.get())));
    }
    return made.get().after();
  }

  /** What they are linked with has been committed before them, or has no embedding. */
  private List<ReadItem> read(GraphDatabaseService database) {
    try (Transaction tx = LongReading.begin(database)) {
      return looks.values().stream().map(look -> look.apply(tx)).toList();
    }
  }
}
