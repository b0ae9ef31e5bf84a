package org.metarec.graph.live.model;

import com.google.common.collect.Sets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.metarec.graph.live.item.ItemLinks;
import org.metarec.graph.live.item.ItemReader;
import org.metarec.graph.live.item.KeyHashes;
import org.metarec.graph.live.item.ReadItem;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.NodeNumbers;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Reads a model and what its items are now, in one transaction. */
public final class LiveReader {
  private final Transaction tx;

  public LiveReader(Transaction tx) {
    this.tx = tx;
  }

  /**
   * Reads all items of a model. Its parameters are read in another transaction: after an array of
   * some size Neo4j looks through a buffer as large for each array that follows, which made reading
   * a hundred thousand rows take 16 s instead of one.
   *
   * @param reader of the same version; empty if it knows of no tastes
   */
  public LiveModel read(ModelNode model, ModelParameters parameters, Optional<ItemReader> reader) {
    return reader
        .map(items -> new WholeReading(tx, model, parameters, items).live())
        .orElseGet(
            () -> {
              NodeNumbers none = new NodeNumbers(new long[0]);
              return new LiveModel(
                  model, parameters, none, KeyHashes.of(List.of(), 0), none, 0, Optional.empty());
            });
  }

  /**
   * As {@link #changed}, for what a transaction has changed that is still open: it has told nobody
   * of the items at the other ends of links that came or went, so these are read too.
   */
  public List<ReadItem> changedByCaller(Collection<Long> nodeIds, LiveModel before) {
    Set<Long> all = new LinkedHashSet<>(nodeIds);
    nodeIds.forEach(id -> all.addAll(otherEnds(id, before)));
    return changed(all, before);
  }

  /** The items with which a node has a link now that it had not, or had one that it has not. */
  private Set<Long> otherEnds(long id, LiveModel before) {
    int number = before.items().number(id);
    Set<ItemLinks.Link> then = number < 0 ? Set.of() : before.linksWithItems(number);
    Set<ItemLinks.Link> now =
        NodeIds.find(tx, id).map(node -> linksWithItems(node, before)).orElse(Set.of());
    return Sets.symmetricDifference(now, then).stream()
        .map(ItemLinks.Link::nodeId)
        .collect(Collectors.toSet());
  }

  private Set<ItemLinks.Link> linksWithItems(Node node, LiveModel before) {
    LongPredicate isItem = other -> before.items().number(other) >= 0;
    Set<ItemLinks.Link> links = links(node, reader(before).read(tx, node), before).all(isItem);
    links.removeIf(link -> !isItem.test(link.nodeId()));
    return links;
  }

  private static ItemReader reader(LiveModel model) {
    return model.requireTaste().reader();
  }

  /**
   * Reads nodes that may have changed, and the items next to one that has become an item or is one
   * no more.
   *
   * @param before what is known of them
   */
  public List<ReadItem> changed(Collection<Long> nodeIds, LiveModel before) {
    ItemReader reader = reader(before);
    Map<Long, ReadItem> read = new HashMap<>();
    Deque<Long> left = new ArrayDeque<>(nodeIds);
    while (!left.isEmpty()) {
      long id = left.poll();
      if (read.containsKey(id)) {
        continue; // it is next to several
      }
      Optional<Node> node = NodeIds.find(tx, id);
      ReadItem item =
          node.map(there -> reader.read(tx, there))
              .orElseGet(() -> ReadItem.none(id, reader.newLinks()));
      item.attributesInBase(before.attributes()); // here, where several threads share the work
      read.put(id, item);
      boolean wasItem = before.items().number(id) >= 0;
      if (node.isPresent() && item.isItem() != wasItem) {
        neighbours(node.get(), item, before).forEach(left::add);
      }
    }
    return List.copyOf(read.values());
  }

  /** The items that a node is linked with; an attribute is linked with none but items. */
  private static LongStream neighbours(Node node, ReadItem item, LiveModel before) {
    return links(node, item, before).others().filter(other -> before.items().number(other) >= 0);
  }

  private static ItemLinks links(Node node, ReadItem item, LiveModel before) {
    if (item.isItem()) {
      return item.links();
    }
    ItemLinks links = reader(before).newLinks();
    links.addAllOf(node);
    return links;
  }
}
