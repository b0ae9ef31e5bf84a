package org.metarec.graph.live;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.NodeIds;
import org.metarec.graph.NodeKey;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.meta.ContentVector;
import org.metarec.meta.NewItemRows;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Reads nodes as items of one version of a model: each in one pass over its relationships.
 * Thread-safe.
 */
final class ItemReader {
  /** So many links are read ahead in one transaction. */
  private static final int SLICE = 1000;

  private final ModelNode model;
  private final KeyedLabel keyed;
  private final Label label;
  private final String itemProperty;
  private final LinkTypes types;
  private final int width;
  private final AttributeVectors attributes;
  private final ItemFeatureVectors features;

  /** A node that an item is linked with. */
  private record Neighbour(int relation, boolean itemIsTail, long nodeId, Node node) {
    /** One that does not depend on the order in which Neo4j finds relationships. */
    static final Comparator<Neighbour> ORDER =
        Comparator.comparingInt(Neighbour::relation)
            .thenComparingLong(Neighbour::nodeId)
            .thenComparing(Neighbour::itemIsTail);
  }

  /**
   * @param parameters of a model that knows of tastes
   */
  ItemReader(ModelNode model, ModelParameters parameters) {
    this.model = model;
    this.keyed = model.schema().item().orElseThrow();
    this.label = Label.label(keyed.label());
    this.itemProperty = model.itemProperty();
    this.types = LinkTypes.of(model);
    this.width = parameters.taste().orElseThrow().prior().shape().width();
    this.attributes = new AttributeVectors(model, parameters, types.count());
    this.features = new ItemFeatureVectors(model, parameters);
  }

  LinkTypes types() {
    return types;
  }

  AttributeVectors attributes() {
    return attributes;
  }

  /**
   * Reads and counts what items that are about to be linked with nodes will need of these.
   *
   * @param live of the same version
   */
  void readAhead(GraphDatabaseService database, List<ItemChanges.NewLink> links, LiveModel live) {
    NewItemRows rows = live.newRows().orElseThrow();
    for (List<ItemChanges.NewLink> slice : Lists.partition(links, SLICE)) {
      try (Transaction tx = database.beginTx()) {
        for (ItemChanges.NewLink link : slice) {
          int relation = types.relation(link.type());
          attributes.readAhead(tx, link, relation);
          int attribute = live.attributes().number(link.node());
          if (attribute >= 0) {
            rows.prepare(relation, attribute);
          }
        }
      }
    }
  }

  /** Reads a node that is there. */
  ReadItem read(Node node) {
    long id = NodeIds.of(node);
    ItemLinks links = new ItemLinks(types);
    if (!node.hasLabel(label)) {
      return ReadItem.none(id, links);
    }
    NodeKey key = NodeKey.of(node, keyed);
    if (node.getProperty(itemProperty, null) instanceof float[] row) {
      links.addAllOf(node);
      return ReadItem.trained(id, key, row, links);
    }
    return ReadItem.fresh(id, key, newItem(node, links), links);
  }

  /** Reads an item that the training did not know. */
  NewItem newItem(Node node) {
    return newItem(node, new ItemLinks(types));
  }

  private NewItem newItem(Node node, ItemLinks links) {
    List<Neighbour> neighbours = new ArrayList<>();
    links.addAllOf(
        node,
        (relation, other, itemIsTail) ->
            neighbours.add(new Neighbour(relation, itemIsTail, NodeIds.of(other), other)));
    neighbours.sort(Neighbour.ORDER);
    ContentVector content = new ContentVector(width);
    Neighbour last = null;
    for (Neighbour next : neighbours) {
      boolean isParallel = last != null && Neighbour.ORDER.compare(last, next) == 0;
      if (!isParallel) { // as in training, where such relationships count once
        attributes
            .of(next.node(), next.relation(), next.itemIsTail())
            .ifPresent(vector -> content.add(next.relation(), vector));
      }
      last = next;
    }
    List<Integer> values = features.addTo(content, node);
    return new NewItem(content.values(), values, model.schema().itemYear(node));
  }
}
