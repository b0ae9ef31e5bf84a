package org.metarec.graph.live.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.metarec.GraphMismatchException;
import org.metarec.graph.live.item.ItemLinks;
import org.metarec.graph.live.item.ItemLinks.LinkKind;
import org.metarec.graph.live.item.KeyHashes;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.NodeNumbers;
import org.metarec.graph.node.ValueIds;
import org.metarec.graph.store.MissingModel;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.model.ServingModel;
import org.metarec.path.DirectLinks;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * A model in memory, with the items and relations that the graph has now. Immutable, shared between
 * threads.
 *
 * @param items that the training knew, then those created since, see {@link #keyRanges}
 * @param keys what tells the items apart when their numbers change
 * @param attributes the nodes that items are linked with and that are no items, and the values of
 *     their features, see {@link ValueIds}
 * @param trainedItems how many of the items the training knew
 * @param taste empty where the model is embeddings only
 */
public record LiveModel(
    ModelNode model,
    ModelParameters parameters,
    NodeNumbers items,
    KeyHashes keys,
    NodeNumbers attributes,
    int trainedItems,
    Optional<LiveTaste> taste) {

  /**
   * What recommendations are computed from.
   *
   * @throws GraphMismatchException if there were no interactions to learn from
   */
  public ServingModel requireServing() {
    return requireTaste().serving();
  }

  /**
   * What adapts a user to the model while the request waits.
   *
   * @throws GraphMismatchException as {@link #requireServing}
   */
  public UserAdapter requireAdapter() {
    return requireTaste().adapter();
  }

  public LiveTaste requireTaste() {
    return taste.orElseThrow(
        () ->
            new GraphMismatchException(
                "model '%s' is embeddings only: no interactions were found when it was trained; add"
                    + " some, or name their types in interactionTypes, and train anew with %s",
                model.name(), MissingModel.training(model.name())));
  }

  /** The item that a node is; empty if it is none, or is created by a transaction still open. */
  public OptionalInt item(Node node) {
    int item = items.number(NodeIds.of(node));
    return item >= 0 ? OptionalInt.of(item) : OptionalInt.empty();
  }

  /** The node of an item; empty if it has been deleted since. */
  public Optional<Node> node(Transaction tx, int item) {
    return NodeIds.find(tx, itemId(item));
  }

  /** The Neo4j id of an item. */
  public long itemId(int item) {
    return items.nodeId(item);
  }

  /** The id of a node, or of a value, that items are linked with. */
  public long attributeId(int attribute) {
    return attributes.nodeId(attribute);
  }

  /** The number of a node that items are linked with, below 0 if none is. */
  public int attribute(long nodeId) {
    return attributes.number(nodeId);
  }

  /**
   * Ends of the ranges of items whose numbers follow their keys: those that the training knew, the
   * others of the base, and those added since; each that has another key now is a range of its own.
   */
  public List<Integer> keyRanges() {
    Stream<Integer> ofAll = Stream.of(trainedItems, items.base().count(), items.count());
    Stream<Integer> ofRenamed =
        keys.changed().keySet().stream().flatMap(item -> Stream.of(item, item + 1));
    return Stream.concat(ofAll, ofRenamed).sorted().distinct().toList();
  }

  /** The Neo4j ids of the items that an item is linked with directly. */
  Set<Long> linkedItems(int item) {
    PathIndex paths = requireServing().paths();
    Set<Long> linked = new HashSet<>();
    for (int relation = 0; relation < paths.relationCount(); relation++) {
      paths
          .relation(relation)
          .direct()
          .neighbours(item)
          .forEach(other -> linked.add(itemId(other)));
    }
    return linked;
  }

  /** Whether an item has these links in memory, each by the same relationship. */
  public boolean hasLinks(int item, ItemLinks links) {
    return hasLinks(item, links.all(this::isItem), requireServing().paths().relationCount());
  }

  /** Whether an item has those of these links in memory that are with nodes. */
  boolean hasNodeLinks(int item, ItemLinks links) {
    Set<ItemLinks.Link> now = links.all(this::isItem);
    now.removeIf(link -> ValueIds.isOne(link.nodeId()));
    return hasLinks(item, now, requireServing().paths().nodeRelations());
  }

  private boolean isItem(long nodeId) {
    return items.number(nodeId) >= 0;
  }

  /** By the first relations. */
  private boolean hasLinks(int item, Set<ItemLinks.Link> now, int relations) {
    PathIndex paths = requireServing().paths();
    int inMemory = 0;
    for (int relation = 0; relation < relations; relation++) {
      Links shared = paths.relation(relation).attributes();
      DirectLinks direct = paths.relation(relation).direct();
      if (!containsAll(now, new LinkKind(relation, false), shared, item, attributes)
          || !containsAll(now, new LinkKind(relation, false), direct.outgoing(), item, items)
          || !containsAll(now, new LinkKind(relation, true), direct.incoming(), item, items)) {
        return false;
      }
      inMemory += shared.degree(item) + direct.degree(item);
    }
    return inMemory == now.stream().map(ItemLinks.Link::withoutHandle).distinct().count();
  }

  /** Whether an item's links in memory, each by one relationship, are among those of now. */
  private static boolean containsAll(
      Set<ItemLinks.Link> now, LinkKind kind, Links links, int item, NodeNumbers targets) {
    int end = links.to(item);
    for (int link = links.from(item); link < end; link++) {
      long node = targets.nodeId(links.target(link));
      if (!now.contains(new ItemLinks.Link(kind, node, links.handle(link)))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the item was there when the model was trained. */
  public boolean isTrained(int item) {
    return item < trainedItems;
  }
}
