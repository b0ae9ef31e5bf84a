package org.metarec.graph;

import com.google.common.primitives.ImmutableLongArray;
import java.util.HashSet;
import java.util.Set;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * What stands at the two ends of a relationship type, so that a genre is not offered as a director.
 * Reading it costs one pass over the relationships of the type. Immutable.
 */
public final class RelationEnds {
  private final NodeIdSet starts;
  private final NodeIdSet ends;
  private final Set<String> startLabels = new HashSet<>();
  private final Set<String> endLabels = new HashSet<>();

  private RelationEnds(Transaction tx, NodeIdSet starts, NodeIdSet ends) {
    this.starts = starts;
    this.ends = ends;
    starts.forEachNode(tx, Progress.NONE, (node, count) -> addLabels(node, startLabels));
    ends.forEachNode(tx, Progress.NONE, (node, count) -> addLabels(node, endLabels));
  }

  private static void addLabels(Node node, Set<String> labels) {
    for (Label label : node.getLabels()) {
      labels.add(label.name());
    }
  }

  /** Reads the relationships of a type. */
  public static RelationEnds read(Transaction tx, String relationshipType) {
    ImmutableLongArray.Builder starts = ImmutableLongArray.builder();
    ImmutableLongArray.Builder ends = ImmutableLongArray.builder();
    RelationshipType type = RelationshipType.withName(relationshipType);
    try (var relationships = tx.findRelationships(type)) {
      while (relationships.hasNext()) {
        Relationship relationship = relationships.next();
        starts.add(NodeIds.startOf(relationship));
        ends.add(NodeIds.endOf(relationship));
      }
    }
    return new RelationEnds(tx, NodeIdSet.of(starts.build()), NodeIdSet.of(ends.build()));
  }

  /** Whether nodes of one of the node's labels stand at the near end, seen in this direction. */
  public boolean fits(Node node, Direction direction) {
    Set<String> near = direction == Direction.OUTGOING ? startLabels : endLabels;
    for (Label label : node.getLabels()) {
      if (near.contains(label.name())) {
        return true;
      }
    }
    return false;
  }

  /** The nodes at the far end of some relationship, seen in this direction. */
  public NodeIdSet far(Direction direction) {
    return direction == Direction.OUTGOING ? ends : starts;
  }
}
