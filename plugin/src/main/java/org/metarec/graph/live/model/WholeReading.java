package org.metarec.graph.live.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.live.item.ItemLinks;
import org.metarec.graph.live.item.ItemReader;
import org.metarec.graph.live.item.KeyHashes;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.NodeKey;
import org.metarec.graph.node.NodeNumbers;
import org.metarec.graph.node.ValueIds;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.graph.store.NodePart;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.item.NewItemRows;
import org.metarec.model.ServingModel;
import org.metarec.model.item.ItemTable;
import org.metarec.model.kernel.Kernel;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.TasteModel;
import org.metarec.path.PathIndex;
import org.metarec.triple.Workers;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/** One reading of all items of a model, those that the training knew first. Not thread-safe. */
final class WholeReading {
  private final Transaction tx;
  private final ModelNode model;
  private final ModelParameters parameters;
  private final TasteModel taste;
  private final ItemReader reader;
  private final List<Item> found;
  private final NodeNumbers items;
  private final int trainedItems;
  private final ItemTable table;
  private final Set<Integer> gone = new HashSet<>();

  /**
   * Finds and numbers the items.
   *
   * @param parameters of a model that knows of tastes
   */
  WholeReading(Transaction tx, ModelNode model, ModelParameters parameters, ItemReader reader) {
    this.tx = tx;
    this.model = model;
    this.parameters = parameters;
    this.taste = parameters.taste().orElseThrow();
    this.reader = reader;
    this.found = found(tx, model);
    this.items =
        new NodeNumbers(found.stream().mapToLong(item -> NodeIds.of(item.node())).toArray());
    this.trainedItems = (int) found.stream().filter(Item::isTrained).count();
    this.table = new ItemTable(taste.prior().shape().width(), items.count());
  }

  private static List<Item> found(Transaction tx, ModelNode model) {
    List<Item> found = new ArrayList<>();
    KeyedLabel itemLabel = model.schema().item().orElseThrow();
    try (var nodes = tx.findNodes(Label.label(itemLabel.label()))) {
      while (nodes.hasNext()) {
        Node node = nodes.next();
        NodeIds.unlessDeleted(() -> Item.of(node, model.property(NodePart.ITEM), itemLabel))
            .ifPresent(found::add);
      }
    }
    found.sort(Item.ORDER);
    return found;
  }

  /** Reads their links and rows. */
  LiveModel live() {
    ItemLinks links = reader.newLinks();
    links.addAll(tx, this::isItem);
    LongStream others = links.others().filter(id -> !isItem(id));
    LongStream values = ValueIds.ofFirst(parameters.featureValues().size());
    NodeNumbers attributes = NodeNumbers.inOrderOfIds(LongStream.concat(others, values));
    found.forEach(item -> reader.addValues(item.node(), links));
    PathIndex paths = pathsBesideTrainedRows(links, attributes);
    NewItemRows newRows = new NewItemRows(taste.prior(), table, paths);
    setNewRows(newRows);
    table.coarse(Kernel.fastest().scan().tile()); // made here and not by the next request
    return live(attributes, paths, newRows);
  }

  private boolean isItem(long nodeId) {
    return items.number(nodeId) >= 0;
  }

  /** Sorts the links in another thread while the rows are read. */
  private PathIndex pathsBesideTrainedRows(ItemLinks links, NodeNumbers attributes) {
    PathIndex.Builder builder = reader.newPaths(items.count(), trainedItems);
    links.addTo(builder, items, attributes);
    AtomicReference<PathIndex> paths = new AtomicReference<>();
    try (Workers workers = new Workers(2)) {
      workers.runBoth(this::setTrainedRows, () -> paths.set(builder.build()));
    }
    return paths.get().fading(taste.prior().part(PriorPart.PATH_RETENTION));
  }

  private void setTrainedRows() {
    for (int item = 0; item < trainedItems; item++) {
      setRow(item, this::trainedRow);
    }
  }

  private float[] trainedRow(Node node) {
    return reader
        .trainedRow(node)
        .orElseThrow(() -> new NotFoundException("the row of %s is gone".formatted(node)));
  }

  private void setNewRows(NewItemRows newRows) {
    for (int item = trainedItems; item < items.count(); item++) {
      int number = item;
      setRow(item, node -> reader.newItem(tx, node).row(number, newRows));
    }
  }

  /** An item that has been deleted since it was found keeps its number, and is gone. */
  private void setRow(int item, Function<Node, float[]> row) {
    Node node = found.get(item).node();
    try {
      table.setRow(item, row.apply(node));
    } catch (NotFoundException missing) {
      if (NodeIds.find(tx, NodeIds.of(node)).isPresent()) {
        throw missing; // its row or a neighbour: all is read again
      }
      gone.add(item);
    }
  }

  private LiveModel live(NodeNumbers attributes, PathIndex paths, NewItemRows newRows) {
    ServingModel serving =
        new ServingModel(
            taste.withItems(table),
            paths,
            new ProfileReader(tx, model, parameters).read(attributes),
            gone);
    return new LiveModel(
        model,
        parameters,
        items,
        KeyHashes.of(found.stream().map(Item::key).toList(), trainedItems),
        attributes,
        trainedItems,
        Optional.of(new LiveTaste(serving, new UserAdapter(serving), newRows, reader)));
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
