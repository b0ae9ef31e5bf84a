package org.metarec.graph.live;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.LabelEntry;
import org.neo4j.graphdb.event.PropertyEntry;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.graphdb.event.TransactionEventListener;

/**
 * What kind of things were committed, and when: the labels whose nodes came or went, the types
 * whose relationships did, the properties that were set. It remembers names, not nodes, so it never
 * grows; whoever has read the graph asks whether what he read has changed since.
 *
 * <p>One for each database, registered with the database management service. Where it is not
 * registered nothing seems to change, and what was read stays until the model's version does.
 */
public final class GraphChanges implements TransactionEventListener<Set<String>> {
  private final AtomicLong clock = new AtomicLong();
  private final Map<String, Long> lastChange = new ConcurrentHashMap<>();

  /** Nodes that got or lost a label, new and deleted ones included. */
  static String ofLabel(String label) {
    return "(:" + label + ")";
  }

  /** Relationships of a type that came or went. */
  static String ofType(String type) {
    return "[:" + type + "]";
  }

  /** A property of nodes of a label. */
  static String ofProperty(String label, String property) {
    return ofLabel(label) + "." + property;
  }

  /** Now, on the clock of {@link #anySince}; to be asked before reading. */
  long now() {
    return clock.get();
  }

  /** Whether one of the names changed after that moment. */
  boolean anySince(long moment, Collection<String> names) {
    return names.stream().anyMatch(name -> lastChange.getOrDefault(name, 0L) > moment);
  }

  @Override
  public Set<String> beforeCommit(
      TransactionData data, Transaction transaction, GraphDatabaseService database) {
    Set<String> changed = new HashSet<>();
    addLabels(data.assignedLabels(), changed);
    addLabels(data.removedLabels(), changed);
    addTypes(data.createdRelationships(), changed);
    addTypes(data.deletedRelationships(), changed);
    addProperties(data, data.assignedNodeProperties(), changed);
    addProperties(data, data.removedNodeProperties(), changed);
    return changed;
  }

  private static void addLabels(Iterable<LabelEntry> entries, Set<String> changed) {
    entries.forEach(entry -> changed.add(ofLabel(entry.label().name())));
  }

  private static void addTypes(Iterable<Relationship> relationships, Set<String> changed) {
    relationships.forEach(relationship -> changed.add(ofType(relationship.getType().name())));
  }

  private static void addProperties(
      TransactionData data, Iterable<PropertyEntry<Node>> entries, Set<String> changed) {
    for (PropertyEntry<Node> entry : entries) {
      if (!data.isDeleted(entry.entity())) {
        for (Label label : entry.entity().getLabels()) {
          changed.add(ofProperty(label.name(), entry.key()));
        }
      }
    }
  }

  /** Runs on the thread of whoever commits, before his call returns: only notes the names. */
  @Override
  public void afterCommit(
      TransactionData data, Set<String> changed, GraphDatabaseService database) {
    long moment = clock.incrementAndGet();
    changed.forEach(name -> lastChange.merge(name, moment, Math::max));
  }

  @Override
  public void afterRollback(
      TransactionData data, Set<String> changed, GraphDatabaseService database) {}
}
