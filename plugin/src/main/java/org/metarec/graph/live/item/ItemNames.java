package org.metarec.graph.live.item;

import java.util.HashSet;
import java.util.Set;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.store.ModelNode;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.event.LabelEntry;
import org.neo4j.graphdb.event.PropertyEntry;
import org.neo4j.graphdb.event.TransactionData;

/**
 * The names in the graph that a model's items are read by: if none of them changes on a node, it is
 * as it was read.
 *
 * @param label of the items; empty where the model has none
 * @param types of their relations
 * @param properties from which they are told apart, or get a row
 */
public record ItemNames(String label, Set<String> types, Set<String> properties) {

  public ItemNames {
    types = Set.copyOf(types);
    properties = Set.copyOf(properties);
  }

  public static ItemNames of(ModelNode model) {
    Set<String> properties = new HashSet<>(model.relationNames(Relation.Kind.ITEM_FEATURE));
    model.schema().item().flatMap(KeyedLabel::key).ifPresent(properties::add);
    model.schema().itemTimeProperty().ifPresent(properties::add);
    return new ItemNames(
        model.schema().item().map(KeyedLabel::label).orElse(""),
        Set.copyOf(model.relationNames(Relation.Kind.ITEM_RELATION)),
        properties);
  }

  /** What a transaction changes; not all of the nodes are items. */
  public ItemChanges changes(TransactionData data) {
    Set<Long> nodes = new HashSet<>();
    data.assignedLabels().forEach(entry -> addBearer(entry, nodes));
    data.removedLabels().forEach(entry -> addBearer(entry, nodes));
    data.assignedNodeProperties().forEach(entry -> addOwner(entry, data, nodes));
    data.removedNodeProperties().forEach(entry -> addOwner(entry, data, nodes));
    Set<Long> reused = new HashSet<>();
    data.createdNodes().forEach(node -> reused.add(NodeIds.of(node)));
    data.deletedNodes().forEach(node -> reused.add(NodeIds.of(node)));
    Set<Long> ends = new HashSet<>();
    data.createdRelationships().forEach(created -> addEnds(created, ends));
    data.deletedRelationships().forEach(deleted -> addEnds(deleted, ends));
    return new ItemChanges(nodes, ends, reused);
  }

  private void addBearer(LabelEntry entry, Set<Long> nodes) {
    if (entry.label().name().equals(label)) {
      nodes.add(NodeIds.of(entry.node()));
    }
  }

  /** Users have an {@code id}, too: only items, and what has been deleted. */
  private void addOwner(PropertyEntry<Node> entry, TransactionData data, Set<Long> nodes) {
    Node node = entry.entity();
    if (properties.contains(entry.key())
        && (data.isDeleted(node) || node.hasLabel(Label.label(label)))) {
      nodes.add(NodeIds.of(node));
    }
  }

  private void addEnds(Relationship relationship, Set<Long> ends) {
    if (types.contains(relationship.getType().name())) {
      ends.add(NodeIds.startOf(relationship));
      ends.add(NodeIds.endOf(relationship));
    }
  }
}
