package org.metarec.graph.discovery;

import com.google.common.collect.Iterables;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.metarec.graph.Labels;
import org.metarec.graph.node.NodeIdSet;
import org.metarec.graph.node.NodeIds;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * Nodes that stand between users and items, as orders and reviews do: what else they lead to, and
 * the Cypher that joins users with items directly.
 */
final class StepBetween {
  /** Nodes, and relationships of each, by which it is told where they lead. */
  private static final int LOOKED_AT = 100;

  private final String label;
  private final Map<Leg, Set<Long>> ends = new HashMap<>();

  /** A way from steps to nodes of a label. */
  private record Leg(String type, boolean isOutgoing, String label) {
    String fromUser() {
      String way = isOutgoing ? "(user:%s)<-[:%s]-" : "(user:%s)-[:%s]->";
      return way.formatted(quoted(label), quoted(type));
    }

    String toItem() {
      String way = isOutgoing ? "-[:%s]->(item:%s)" : "<-[:%s]-(item:%s)";
      return way.formatted(quoted(type), quoted(label));
    }
  }

  /**
   * Looks at the first of the nodes.
   *
   * @param label of what stands between; nodes without it do not count
   */
  StepBetween(String label, List<Node> steps) {
    this.label = label;
    for (Node step : Iterables.limit(steps, LOOKED_AT)) {
      NodeIds.passOverDeleted(() -> add(step));
    }
  }

  /** The same for nodes that are known by their ids. */
  static StepBetween of(Transaction tx, String label, NodeIdSet steps) {
    return new StepBetween(label, first(tx, steps));
  }

  /** As many of the nodes as are looked at. */
  static List<Node> first(Transaction tx, NodeIdSet nodes) {
    return Arrays.stream(nodes.toArray())
        .limit(LOOKED_AT)
        .mapToObj(id -> NodeIds.find(tx, id))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether there are several nodes, and at least 19 of 20 are linked with one user alone. */
  static boolean areOfOneUserEach(List<Node> nodes, NodeIdSet users) {
    long ofOne = nodes.stream().filter(node -> usersOf(node, users) == 1).count();
    return NodeIdSet.areNearlyAll(ofOne, nodes.size());
  }

  private static long usersOf(Node node, NodeIdSet users) {
    return NodeIds.unlessDeleted(() -> neighbours(node).filter(users::contains).distinct().count())
        .orElse(0L);
  }

  private static LongStream neighbours(Node node) {
    LongStream.Builder ids = LongStream.builder();
    try (ResourceIterable<Relationship> all = node.getRelationships()) {
      Iterables.limit(all, LOOKED_AT).forEach(one -> ids.add(NodeIds.of(one.getOtherNode(node))));
    }
    return ids.build();
  }

  private void add(Node step) {
    if (step.hasLabel(Label.label(label))) {
      try (ResourceIterable<Relationship> all = step.getRelationships()) {
        Iterables.limit(all, LOOKED_AT).forEach(one -> add(one, step));
      }
    }
  }

  private void add(Relationship one, Node step) {
    Node end = one.getOtherNode(step);
    for (String endLabel : Labels.of(end)) {
      Leg leg = new Leg(one.getType().name(), step.equals(one.getStartNode()), endLabel);
      ends.computeIfAbsent(leg, absent -> new HashSet<>()).add(NodeIds.of(end));
    }
  }

  /** Joins users with what is most manifold of all else that the steps lead to. */
  Optional<String> fromUsers(String userLabel) {
    return cypher(leg(userLabel), legBeside(userLabel));
  }

  /** Joins what is most manifold of all else that the steps lead to, as users, with items. */
  Optional<String> toItems(String itemLabel) {
    return cypher(legBeside(itemLabel), leg(itemLabel));
  }

  /** Joins users with items; empty where these nodes do not lead to both. */
  Optional<String> between(String userLabel, String itemLabel) {
    return cypher(leg(userLabel), leg(itemLabel));
  }

  private Optional<Leg> leg(String to) {
    return most(leg -> leg.label.equals(to));
  }

  /** To none of the nodes of a label, which may bear others too. */
  private Optional<Leg> legBeside(String other) {
    Set<Long> others = new HashSet<>();
    ends.forEach((leg, ids) -> others.addAll(leg.label.equals(other) ? ids : Set.of()));
    return most(leg -> Collections.disjoint(ends.get(leg), others));
  }

  private Optional<Leg> most(Predicate<Leg> isMeant) {
    return ends.keySet().stream()
        .filter(leg -> !leg.label.equals(label) && isMeant.test(leg))
        .max(
            Comparator.<Leg>comparingInt(leg -> ends.get(leg).size())
                .thenComparing(Leg::type)
                .thenComparing(Leg::label));
  }

  private Optional<String> cypher(Optional<Leg> fromUser, Optional<Leg> toItem) {
    String join = "MATCH %s(:%s)%s MERGE (user)-[:INTERACTED]->(item)";
    return fromUser.flatMap(
        user -> toItem.map(item -> join.formatted(user.fromUser(), quoted(label), item.toItem())));
  }

  private static String quoted(String name) {
    return name.matches("[A-Za-z_]\\w*") ? name : "`" + name.replace("`", "``") + "`";
  }
}
