package org.metarec.graph.live.user;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.metarec.graph.node.NodeIds;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.event.PropertyEntry;
import org.neo4j.graphdb.event.TransactionData;

/**
 * Whose relationships a transaction changes.
 *
 * @param starts nodes at the start of relationships that come, go or get other properties
 * @param created relationships by their start, of some of the starts: all that changes there
 */
public record RelationshipChanges(Set<Long> starts, Map<Long, Set<Long>> created) {

  /**
   * What a transaction changes.
   *
   * @param interesting nodes of which the created relationships are listed
   */
  public static RelationshipChanges of(TransactionData data, Set<Long> interesting) {
    Set<Long> starts = new HashSet<>();
    Map<Long, Set<Long>> created = new HashMap<>();
    for (Relationship relationship : data.createdRelationships()) {
      long start = NodeIds.startOf(relationship);
      starts.add(start);
      if (interesting.contains(start)) {
        created.computeIfAbsent(start, s -> new HashSet<>()).add(NodeIds.of(relationship));
      }
    }
    Set<Long> altered = new HashSet<>();
    data.deletedRelationships().forEach(deleted -> altered.add(NodeIds.startOf(deleted)));
    addAltered(data, data.assignedRelationshipProperties(), created, altered);
    addAltered(data, data.removedRelationshipProperties(), created, altered);
    starts.addAll(altered);
    created.keySet().removeAll(altered);
    return new RelationshipChanges(starts, created);
  }

  /** Neo4j reports the properties of a created relationship as assigned, too. */
  private static void addAltered(
      TransactionData data,
      Iterable<PropertyEntry<Relationship>> entries,
      Map<Long, Set<Long>> created,
      Set<Long> altered) {
    for (PropertyEntry<Relationship> entry : entries) {
      if (!data.isDeleted(entry.entity())) {
        long start = NodeIds.startOf(entry.entity());
        if (!created.getOrDefault(start, Set.of()).contains(NodeIds.of(entry.entity()))) {
          altered.add(start);
        }
      }
    }
  }

  /** The relationships that were created at a start, if it is known that nothing else changed. */
  Optional<Set<Long>> createdOnly(long start) {
    return Optional.ofNullable(created.get(start));
  }
}
