package org.metarec.graph.live.item;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.NodeKey;
import org.metarec.graph.node.RelationTypes;
import org.metarec.graph.store.LinkedRows;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.graph.store.StoredItemRow;
import org.metarec.meta.item.ContentVector;
import org.metarec.path.PathIndex;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Reads nodes as items of one version of a model: each in one pass over its relationships and
 * features. Thread-safe.
 */
public final class ItemReader {
  private final ModelNode model;
  private final KeyedLabel keyed;
  private final Label label;
  private final StoredItemRow rows;
  private final RelationTypes types;
  private final int width;
  private final AttributeVectors attributes;
  private final ItemFeatureValues features;

  /**
   * @param parameters of a model that knows of tastes
   */
  public ItemReader(ModelNode model, ModelParameters parameters) {
    this.model = model;
    this.keyed = model.schema().item().orElseThrow();
    this.label = Label.label(keyed.label());
    this.types = new RelationTypes(model.relationNames(Relation.Kind.ITEM_RELATION));
    this.width = parameters.taste().orElseThrow().prior().shape().width();
    this.rows = new StoredItemRow(model, width);
    this.attributes = new AttributeVectors(new LinkedRows(model, parameters), width);
    this.features = new ItemFeatureValues(model, parameters);
  }

  /** Links as it reads them, none yet. */
  public PathIndex.Builder newPaths(int itemCount, int trainedItems) {
    return new PathIndex.Builder(itemCount, trainedItems, types.count(), features.count());
  }

  /** A list for links of items, empty. */
  public ItemLinks newLinks() {
    return new ItemLinks(types);
  }

  public AttributeVectors attributes() {
    return attributes;
  }

  /** What an item is linked with, its values among it. */
  public ItemLinks links(Node item) {
    ItemLinks links = newLinks();
    links.addAllOf(item);
    links.addValues(NodeIds.of(item), features.of(item));
    return links;
  }

  /** Adds the values of an item's features to its links; none if it has been deleted. */
  public void addValues(Node item, ItemLinks links) {
    NodeIds.unlessDeleted(() -> features.of(item))
        .ifPresent(values -> links.addValues(NodeIds.of(item), values));
  }

  /** Reads a node that is there. */
  public ReadItem read(Transaction tx, Node node) {
    return look(node).apply(tx);
  }

  /** What the training learned of an item; empty if it did not know it. */
  public Optional<float[]> trainedRow(Node node) {
    return rows.of(node);
  }

  /** Reads an item that the training did not know. */
  public NewItem newItem(Transaction tx, Node node) {
    return lookAtNew(node, neighbours(node)).apply(tx);
  }

  /** What a node is linked with, as an item. */
  public List<ItemLinks.Neighbour> neighbours(Node node) {
    return links(node).neighbours();
  }

  /**
   * Looks at a node in the transaction that it comes from, which may be the only one that sees it.
   *
   * @return what reads the rest, of the nodes that it is linked with, in any transaction
   */
  public Function<Transaction, ReadItem> look(Node node) {
    long id = NodeIds.of(node);
    if (!node.hasLabel(label)) {
      return tx -> ReadItem.none(id, newLinks());
    }
    ItemLinks links = links(node);
    NodeKey key = NodeKey.of(node, keyed);
    Optional<float[]> row = rows.of(node);
    if (row.isPresent()) {
      return tx -> ReadItem.trained(id, key, row.get(), links);
    }
    Function<Transaction, NewItem> item = lookAtNew(node, links.neighbours());
    return tx -> ReadItem.fresh(id, key, item.apply(tx), links);
  }

  private Function<Transaction, NewItem> lookAtNew(
      Node node, List<ItemLinks.Neighbour> neighbours) {
    float year = model.schema().itemYear(node);
    return tx -> new NewItem(content(tx, neighbours), year);
  }

  private float[] content(Transaction tx, List<ItemLinks.Neighbour> neighbours) {
    ContentVector content = new ContentVector(width);
    for (ItemLinks.Neighbour next : neighbours) {
      attributes
          .of(tx, next.id(), next.relation())
          .ifPresent(vector -> content.add(next.relation(), vector));
    }
    return content.values();
  }
}
