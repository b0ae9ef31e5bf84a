package org.metarec.graph.live.model;

import com.google.common.collect.Sets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.live.item.ItemLinks;
import org.metarec.graph.live.item.ItemReader;
import org.metarec.graph.live.item.KeyHashes;
import org.metarec.graph.live.item.ReadItem;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.NodeKey;
import org.metarec.graph.node.NodeNumbers;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.graph.store.NodePart;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.item.NewItemRows;
import org.metarec.model.ServingModel;
import org.metarec.model.kernel.Kernel;
import org.metarec.model.taste.ItemTable;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.TasteModel;
import org.metarec.path.PathIndex;
import org.metarec.path.ProfileLifts;
import org.metarec.triple.Relation;
import org.metarec.triple.Workers;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
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
    return parameters
        .taste()
        .map(taste -> read(model, parameters, taste, reader.orElseThrow()))
        .orElseGet(
            () -> {
              NodeNumbers none = new NodeNumbers(new long[0]);
              return new LiveModel(
                  model, parameters, none, KeyHashes.of(List.of(), 0), none, 0, Optional.empty());
            });
  }

  private LiveModel read(
      ModelNode model, ModelParameters parameters, TasteModel taste, ItemReader reader) {
    List<Item> found = items(model);
    NodeNumbers items =
        new NodeNumbers(found.stream().mapToLong(item -> NodeIds.of(item.node())).toArray());
    ItemLinks links = reader.newLinks();
    links.addAll(tx, id -> items.number(id) >= 0);
    NodeNumbers attributes =
        NodeNumbers.inOrderOfIds(links.others().filter(id -> items.number(id) < 0));
    int trainedItems = (int) found.stream().filter(Item::isTrained).count();
    int relations = model.relationNames(Relation.Kind.ITEM_RELATION).size();
    PathIndex.Builder builder = new PathIndex.Builder(items.count(), trainedItems, relations);
    links.addTo(builder, items, attributes);
    ItemTable table = new ItemTable(taste.prior().shape().width(), items.count());
    Set<Integer> gone = new HashSet<>();
    Runnable trainedRows =
        () -> {
          for (int item = 0; item < trainedItems; item++) {
            setRow(table, item, found.get(item).node(), node -> trainedRow(node, reader), gone);
          }
        };
    PathIndex paths =
        buildBeside(trainedRows, builder).fading(taste.prior().part(PriorPart.PATH_RETENTION));
    NewItemRows newRows =
        new NewItemRows(taste.prior(), table, paths, parameters.featureValues().size());
    for (int item = trainedItems; item < items.count(); item++) {
      int number = item;
      Function<Node, float[]> row = node -> reader.newItem(tx, node).row(number, newRows);
      setRow(table, item, found.get(item).node(), row, gone);
    }
    table.coarse(Kernel.fastest().scan().tile()); // made here and not by the next request
    ProfileLifts lifts = new ProfileReader(tx, model, taste.prior().shape()).read(attributes);
    ServingModel serving = new ServingModel(taste.withItems(table), paths, lifts, gone);
    return new LiveModel(
        model,
        parameters,
        items,
        KeyHashes.of(found.stream().map(Item::key).toList(), trainedItems),
        attributes,
        trainedItems,
        Optional.of(new LiveTaste(serving, new UserAdapter(serving), newRows, reader)));
  }

  /** Sorts the links in another thread while something else is done. */
  private static PathIndex buildBeside(Runnable other, PathIndex.Builder builder) {
    AtomicReference<PathIndex> built = new AtomicReference<>();
    try (Workers workers = new Workers(2)) {
      workers.runBoth(other, () -> built.set(builder.build()));
    }
    return built.get();
  }

  private static float[] trainedRow(Node node, ItemReader reader) {
    return reader
        .trainedRow(node)
        .orElseThrow(() -> new NotFoundException("the row of %s is gone".formatted(node)));
  }

  /** An item that has been deleted since it was found keeps its number, and is gone. */
  private void setRow(
      ItemTable table, int item, Node node, Function<Node, float[]> row, Set<Integer> gone) {
    try {
      table.setRow(item, row.apply(node));
    } catch (NotFoundException missing) {
      if (NodeIds.find(tx, NodeIds.of(node)).isPresent()) {
        throw missing; // its row or a neighbour: all is read again
      }
      gone.add(item);
    }
  }

  private List<Item> items(ModelNode model) {
    List<Item> items = new ArrayList<>();
    KeyedLabel itemLabel = model.schema().item().orElseThrow();
    try (var nodes = tx.findNodes(Label.label(itemLabel.label()))) {
      while (nodes.hasNext()) {
        Node node = nodes.next();
        NodeIds.unlessDeleted(() -> Item.of(node, model.property(NodePart.ITEM), itemLabel))
            .ifPresent(items::add);
      }
    }
    items.sort(Item.ORDER);
    return items;
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

  /** The items with which a node is linked now and was not, or was and is not. */
  private Set<Long> otherEnds(long id, LiveModel before) {
    int number = before.items().number(id);
    Set<Long> then = number < 0 ? Set.of() : before.linkedItems(number);
    Set<Long> now =
        NodeIds.find(tx, id).stream()
            .flatMapToLong(node -> neighbours(node, reader(before).read(tx, node), before))
            .boxed()
            .collect(Collectors.toSet());
    return Sets.symmetricDifference(now, then);
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
    ItemLinks links = item.links();
    if (!item.isItem()) {
      links = reader(before).newLinks();
      links.addAllOf(node);
    }
    return links.others().filter(other -> before.items().number(other) >= 0);
  }

  /**
   * An item as it was found.
   *
   * @param isTrained whether the training knew it
   */
  private record Item(Node node, boolean isTrained, NodeKey key) {
    /** Trained items first, each group in the order of keys. */
    static final Comparator<Item> ORDER =
        Comparator.comparing((Item item) -> !item.isTrained()).thenComparing(Item::key);

    static Item of(Node node, String itemProperty, KeyedLabel keyed) {
      return new Item(node, node.hasProperty(itemProperty), NodeKey.of(node, keyed));
    }
  }
}
