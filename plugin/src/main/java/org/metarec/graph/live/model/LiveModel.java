package org.metarec.graph.live.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  /** The links of an item with others that are in memory, each by one relationship. */
  Set<ItemLinks.Link> linksWithItems(int item) {
    PathIndex paths = requireServing().paths();
    return IntStream.range(0, paths.relationCount())
        .boxed()
        .flatMap(relation -> linksWithItems(relation, paths.relation(relation).direct(), item))
        .collect(Collectors.toSet());
  }

  private Stream<ItemLinks.Link> linksWithItems(int relation, DirectLinks direct, int item) {
    return Stream.concat(
        links(new LinkKind(relation, false), direct.outgoing(), item, items),
        links(new LinkKind(relation, true), direct.incoming(), item, items));
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
      Stream<ItemLinks.Link> withAttributes =
          links(new LinkKind(relation, false), shared, item, attributes);
      if (!Stream.concat(withAttributes, linksWithItems(relation, direct, item))
          .allMatch(now::contains)) {
        return false;
      }
      inMemory += shared.degree(item) + direct.degree(item);
    }
    return inMemory == now.stream().map(ItemLinks.Link::withoutHandle).distinct().count();
  }

  private static Stream<ItemLinks.Link> links(
      LinkKind kind, Links links, int item, NodeNumbers targets) {
    return IntStream.range(links.from(item), links.to(item))
        .mapToObj(
            link ->
                new ItemLinks.Link(kind, targets.nodeId(links.target(link)), links.handle(link)));
  }

  /** Whether the item was there when the model was trained. */
  public boolean isTrained(int item) {
    return item < trainedItems;
  }
}
