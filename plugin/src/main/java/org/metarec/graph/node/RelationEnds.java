package org.metarec.graph.node;

import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableLongArray;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.metarec.graph.Labels;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.LabelEntry;
import org.neo4j.graphdb.event.TransactionData;

/**
 * The labels of the nodes at the two ends of a relationship type.
 *
 * @param startLabels of nodes that such a relationship leaves
 * @param endLabels of nodes that one reaches
 */
public record RelationEnds(Set<String> startLabels, Set<String> endLabels) {

  public RelationEnds {
    startLabels = Set.copyOf(startLabels);
    endLabels = Set.copyOf(endLabels);
  }

  /** Reads the relationships of a type, all of them. */
  public static RelationEnds read(Transaction tx, String relationshipType) {
    ImmutableLongArray.Builder starts = ImmutableLongArray.builder();
    ImmutableLongArray.Builder ends = ImmutableLongArray.builder();
    RelationTypes.forEach(
        tx,
        relationshipType,
        Progress.NONE,
        relationship -> {
          starts.add(NodeIds.startOf(relationship));
          ends.add(NodeIds.endOf(relationship));
        });
    return new RelationEnds(labels(tx, starts.build()), labels(tx, ends.build()));
  }

  private static Set<String> labels(Transaction tx, ImmutableLongArray nodeIds) {
    Set<String> labels = new HashSet<>();
    NodeIdSet.of(nodeIds)
        .forEachNode(tx, Progress.NONE, (node, count) -> labels.addAll(Labels.of(node)));
    return labels;
  }

  /**
   * The labels that a transaction adds to ends of relationships, by their types: by creating the
   * relationships, and by labelling nodes that were there.
   */
  public static Map<String, RelationEnds> added(TransactionData data) {
    Map<String, RelationEnds> ends = created(data);
    Set<Long> createdIds = new HashSet<>();
    data.createdNodes().forEach(node -> createdIds.add(NodeIds.of(node)));
    for (LabelEntry entry : data.assignedLabels()) {
      if (!createdIds.contains(NodeIds.of(entry.node()))) {
        NodeIds.passOverDeleted(() -> addLabelled(entry.node(), entry.label().name(), ends));
      }
    }
    return ends;
  }

  private static void addLabelled(Node node, String label, Map<String, RelationEnds> ends) {
    for (RelationshipType type : node.getRelationshipTypes()) {
      RelationEnds own =
          new RelationEnds(
              node.hasRelationship(Direction.OUTGOING, type) ? Set.of(label) : Set.of(),
              node.hasRelationship(Direction.INCOMING, type) ? Set.of(label) : Set.of());
      ends.merge(type.name(), own, RelationEnds::with);
    }
  }

  private static Map<String, RelationEnds> created(TransactionData data) {
    Map<Long, Set<String>> labels = new HashMap<>();
    Map<String, RelationEnds> ends = new HashMap<>();
    for (Relationship created : data.createdRelationships()) {
      RelationEnds one =
          new RelationEnds(
              labels.computeIfAbsent(
                  NodeIds.startOf(created), id -> labels(created.getStartNode())),
              labels.computeIfAbsent(NodeIds.endOf(created), id -> labels(created.getEndNode())));
      ends.merge(created.getType().name(), one, RelationEnds::with);
    }
    return ends;
  }

  /** None of one that the transaction deletes: Neo4j will refuse the relationship. */
  private static Set<String> labels(Node node) {
    return NodeIds.unlessDeleted(() -> Set.copyOf(Labels.of(node))).orElse(Set.of());
  }

  /** Together with others; the same if these have no other labels. */
  public RelationEnds with(RelationEnds others) {
    return startLabels.containsAll(others.startLabels) && endLabels.containsAll(others.endLabels)
        ? this
        : new RelationEnds(
            Sets.union(startLabels, others.startLabels), Sets.union(endLabels, others.endLabels));
  }

  /** The labels at the near end, seen in a direction. */
  public Set<String> near(Direction direction) {
    return direction == Direction.OUTGOING ? startLabels : endLabels;
  }

  /** The labels at the far end. */
  public Set<String> far(Direction direction) {
    return near(direction.reverse());
  }
}
