package org.metarec.graph.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.NodeIds;
import org.metarec.graph.store.ModelNode;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.event.PropertyEntry;
import org.neo4j.graphdb.event.TransactionData;

/**
 * The nodes that were committed with another label, relation or property of a model's items, until
 * they are read again. Thread-safe.
 */
final class ItemWatch {
  /** Of more changes than this all items are read again. */
  private static final int MOST = 50_000;

  private final String label;
  private final Set<String> types;
  private final Set<String> properties = new HashSet<>();
  private final AtomicLong clock = new AtomicLong();
  private final Map<Long, Long> pending = new ConcurrentHashMap<>();
  private volatile boolean all;

  /** Watches what the serving model of a version is made of. */
  ItemWatch(ModelNode model) {
    this.label = model.itemLabel().orElse("");
    this.types = Set.copyOf(model.relationNames(Relation.Kind.ITEM_RELATION));
    properties.addAll(model.relationNames(Relation.Kind.ITEM_FEATURE));
    model.schema().item().flatMap(KeyedLabel::key).ifPresent(properties::add);
    model.schema().itemTimeProperty().ifPresent(properties::add);
  }

  /** The nodes that a transaction changes, to be told when it is committed; not all are items. */
  Set<Long> concerned(TransactionData data) {
    Set<Long> nodes = new HashSet<>();
    data.assignedLabels().forEach(entry -> add(entry.label().name(), entry.node(), nodes));
    data.removedLabels().forEach(entry -> add(entry.label().name(), entry.node(), nodes));
    data.createdRelationships().forEach(relationship -> addEnds(relationship, nodes));
    data.deletedRelationships().forEach(relationship -> addEnds(relationship, nodes));
    data.assignedNodeProperties().forEach(entry -> addOwner(entry, nodes));
    data.removedNodeProperties().forEach(entry -> addOwner(entry, nodes));
    return nodes;
  }

  private void add(String changed, Node node, Set<Long> nodes) {
    if (changed.equals(label)) {
      nodes.add(NodeIds.of(node));
    }
  }

  private void addOwner(PropertyEntry<Node> entry, Set<Long> nodes) {
    if (properties.contains(entry.key())) {
      nodes.add(NodeIds.of(entry.entity()));
    }
  }

  private void addEnds(Relationship relationship, Set<Long> nodes) {
    if (types.contains(relationship.getType().name())) {
      nodes.add(NodeIds.startOf(relationship));
      nodes.add(NodeIds.endOf(relationship));
    }
  }

  /** Takes nodes whose change was committed. */
  void add(Set<Long> nodes) {
    long moment = clock.incrementAndGet();
    nodes.forEach(node -> pending.put(node, moment));
    if (pending.size() > MOST) {
      addAll();
    }
  }

  /** Takes that something was committed, nobody knows what. */
  void addAll() {
    all = true;
  }

  /** Whether there is nothing to be read again. */
  boolean isCalm() {
    return pending.isEmpty() && !all;
  }

  boolean needsAll() {
    return all;
  }

  /** What is to be read again, each with the moment of its last change. */
  Map<Long, Long> pending() {
    return new HashMap<>(pending);
  }

  /** Forgets what was read again, but not what changed once more since. */
  void done(Map<Long, Long> read) {
    read.forEach(pending::remove);
  }
}
