package org.metarec.graph.discovery;

import com.google.common.primitives.ImmutableLongArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.metarec.graph.Labels;
import org.metarec.graph.node.NodeIdSet;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.RelationTypes;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * All relationships of the types that may be interactions: where they start and end, and what
 * properties they bear.
 */
final class InteractionCensus {
  private final Transaction tx;
  private final Progress progress;
  private final Map<String, Long> counts = new TreeMap<>();
  private final PropertyCensus properties;
  private final NodeIdSet starts;
  private final NodeIdSet ends;
  private final Map<String, Long> startLabels;
  private final Map<String, Long> endLabels;

  /** Reads all relationships of some types, none for an empty list. */
  InteractionCensus(
      Transaction tx, List<String> types, Predicate<String> ignored, Progress progress) {
    this.tx = tx;
    this.progress = progress;
    properties = new PropertyCensus(ignored);
    ImmutableLongArray.Builder startIds = ImmutableLongArray.builder();
    ImmutableLongArray.Builder endIds = ImmutableLongArray.builder();
    for (String type : types) {
      long count =
          RelationTypes.forEach(
              tx,
              type,
              progress,
              relationship -> {
                properties.add(relationship);
                startIds.add(NodeIds.startOf(relationship));
                endIds.add(NodeIds.endOf(relationship));
              });
      counts.put(type, count);
    }
    starts = NodeIdSet.of(startIds.build());
    ends = NodeIdSet.of(endIds.build());
    startLabels = labels(starts, node -> true);
    endLabels = labels(ends, node -> true);
  }

  private Map<String, Long> labels(NodeIdSet nodes, Predicate<Node> counted) {
    Map<String, Long> labels = new HashMap<>();
    nodes.forEachNode(
        tx,
        progress,
        (node, count) -> {
          if (counted.test(node)) {
            Labels.of(node).forEach(label -> labels.merge(label, (long) count, Long::sum));
          }
        });
    return labels;
  }

  /** How many relationships there are of each type, by type. */
  Map<String, Long> counts() {
    return counts;
  }

  PropertyCensus properties() {
    return properties;
  }

  /** The nodes at which interactions start: users that interacted. */
  NodeIdSet starts() {
    return starts;
  }

  /** The nodes at which they end: items. */
  NodeIdSet ends() {
    return ends;
  }

  /**
   * The most frequent label at the start, weighted by interactions; several in alphabetical order
   * if they tie, none if there is none.
   *
   * @param itemLabel where it is given: its nodes do not count, and a label that they bear at the
   *     end counts less by as often, so that one that both ends share is not taken; unless nothing
   *     is left then
   */
  List<String> startLabels(Optional<String> itemLabel) {
    return mostFrequent(itemLabel, starts, startLabels, ends);
  }

  /** As {@link #startLabels}, at the end. */
  List<String> endLabels(Optional<String> userLabel) {
    return mostFrequent(userLabel, ends, endLabels, starts);
  }

  private List<String> mostFrequent(
      Optional<String> other, NodeIdSet nodes, Map<String, Long> labels, NodeIdSet otherNodes) {
    return other
        .map(label -> beside(Label.label(label), nodes, otherNodes))
        .filter(left -> !left.isEmpty())
        .map(InteractionCensus::mostFrequent)
        .orElseGet(() -> mostFrequent(labels));
  }

  private Map<String, Long> beside(Label other, NodeIdSet nodes, NodeIdSet otherNodes) {
    Map<String, Long> labels = labels(nodes, node -> !node.hasLabel(other));
    labels(otherNodes, node -> node.hasLabel(other))
        .forEach((label, count) -> labels.merge(label, -count, Long::sum));
    labels.values().removeIf(count -> count <= 0);
    return labels;
  }

  /** How many do not lead from a user to an item, at least. */
  long elsewhere(String userLabel, String itemLabel) {
    long all = counts.values().stream().mapToLong(count -> count).sum();
    return all
        - Math.min(startLabels.getOrDefault(userLabel, 0L), endLabels.getOrDefault(itemLabel, 0L));
  }

  /** Whether each end has a label that the other has not. */
  boolean endsDiffer() {
    return !startLabels.keySet().containsAll(endLabels.keySet())
        && !endLabels.keySet().containsAll(startLabels.keySet());
  }

  private static List<String> mostFrequent(Map<String, Long> labels) {
    long most = labels.values().stream().mapToLong(count -> count).max().orElse(0);
    return labels.keySet().stream().filter(label -> labels.get(label) == most).sorted().toList();
  }

  /** The types that have relationships, but none from a user to an item. */
  List<String> typesBeside(String userLabel, String itemLabel) {
    return counts.keySet().stream()
        .filter(type -> counts.get(type) > 0 && !joins(type, userLabel, itemLabel))
        .toList();
  }

  /** Whether any interaction leads from a user to an item; a node that is both is an item. */
  boolean joins(String userLabel, String itemLabel) {
    return startLabels.containsKey(userLabel)
        && endLabels.containsKey(itemLabel)
        && counts.keySet().stream().anyMatch(type -> joins(type, userLabel, itemLabel));
  }

  /** Stops at the first, which comes early in all but odd graphs. */
  private boolean joins(String type, String userLabel, String itemLabel) {
    Label user = Label.label(userLabel);
    Label item = Label.label(itemLabel);
    try (ResourceIterator<Relationship> relationships =
        tx.findRelationships(RelationshipType.withName(type))) {
      return relationships.stream()
          .peek(relationship -> progress.checkRunning())
          .anyMatch(one -> NodeIds.unlessDeleted(() -> joins(one, user, item)).orElse(false));
    }
  }

  private static boolean joins(Relationship relationship, Label user, Label item) {
    return relationship.getStartNode().hasLabel(user)
        && !relationship.getStartNode().hasLabel(item)
        && relationship.getEndNode().hasLabel(item);
  }
}
