package org.metarec.graph.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.NodeIds;
import org.metarec.graph.NodeKey;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.graph.store.ModelStore;
import org.metarec.model.ItemTable;
import org.metarec.model.ServingModel;
import org.metarec.model.TasteModel;
import org.metarec.path.PathIndex;
import org.metarec.triple.Relation;
import org.metarec.triple.Vocabulary;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Reads a model and what its items are now, in one transaction. */
final class LiveReader {
  private final Transaction tx;
  private final ModelStore store;

  LiveReader(Transaction tx, ModelStore store) {
    this.tx = tx;
    this.store = store;
  }

  /** Reads all of a model. */
  LiveModel read(String modelName) {
    ModelNode model = store.require(tx, modelName);
    ModelParameters parameters = store.parameters(tx, model);
    Vocabulary none = new Vocabulary(0, 0, new long[0], 0);
    return update(new LiveModel(model, parameters, none, 0, Optional.empty()));
  }

  /** Reads the items and their relations anew, but not the rows that are in memory already. */
  LiveModel update(LiveModel before) {
    return before.parameters().taste().map(taste -> update(before, taste)).orElse(before);
  }

  private LiveModel update(LiveModel before, TasteModel taste) {
    List<Item> items = items(before.model());
    ItemLinks links = new ItemLinks(before.model().relationNames(Relation.Kind.ITEM_RELATION));
    items.forEach(item -> links.addAllOf(item.node()));
    Vocabulary vocabulary =
        links.vocabulary(items.stream().mapToLong(item -> NodeIds.of(item.node())).toArray());
    int knownItems = (int) items.stream().filter(Item::isKnown).count();
    PathIndex paths = links.index(vocabulary, knownItems);
    ItemTable table = table(before, taste, items);
    ServingModel serving =
        new ServingModel(ModelParameters.withItems(taste, table), paths, before.model().seed());
    return new LiveModel(
        before.model(), before.parameters(), vocabulary, knownItems, Optional.of(serving));
  }

  private List<Item> items(ModelNode model) {
    List<Item> items = new ArrayList<>();
    KeyedLabel itemLabel = model.schema().item().orElseThrow();
    try (var nodes = tx.findNodes(Label.label(itemLabel.label()))) {
      while (nodes.hasNext()) {
        Node node = nodes.next();
        items.add(
            new Item(node, node.hasProperty(model.itemProperty()), NodeKey.of(node, itemLabel)));
      }
    }
    items.sort(Item.ORDER);
    return items;
  }

  private static ItemTable table(LiveModel before, TasteModel taste, List<Item> items) {
    ItemTable table = new ItemTable(taste.prior().shape().width(), items.size());
    NewItems newItems = new NewItems(before.model(), before.parameters(), taste);
    for (int item = 0; item < items.size(); item++) {
      Node node = items.get(item).node();
      if (items.get(item).isKnown()) {
        table.setRow(item, knownRow(before, node));
      } else {
        newItems.setRow(table, item, node);
      }
    }
    return table;
  }

  private static float[] knownRow(LiveModel before, Node node) {
    OptionalInt item = before.item(node);
    boolean inMemory = item.isPresent() && before.isKnown(item.getAsInt());
    return inMemory
        ? before.requireServing().taste().items().row(item.getAsInt())
        : (float[]) node.getProperty(before.model().itemProperty());
  }

  /**
   * An item as it was found.
   *
   * @param isKnown whether the training knew it
   */
  private record Item(Node node, boolean isKnown, NodeKey key) {
    /** Known items first, each group in the order of keys. */
    static final Comparator<Item> ORDER =
        Comparator.comparing((Item item) -> !item.isKnown()).thenComparing(Item::key);
  }
}
