package org.metarec.graph.discovery;

import com.google.common.collect.Iterables;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import com.google.common.collect.TreeMultiset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.metarec.graph.Labels;
import org.metarec.graph.node.NodeIdSet;
import org.metarec.graph.node.NodeIds;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * Nodes that stand between users and items, as orders and reviews do: what else they lead to, and
 * the Cypher that joins users with items directly.
 */
final class StepBetween {
  /** Nodes, and relationships of each, by which it is told where they lead. */
  private static final int LOOKED_AT = 100;

  private final Multiset<String> labels = TreeMultiset.create();
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

  /** Looks at the first of the nodes. */
  StepBetween(List<Node> steps) {
    for (Node step : Iterables.limit(steps, LOOKED_AT)) {
      NodeIds.passOverDeleted(() -> add(step));
    }
  }

  /** Looks at the first of the nodes. */
  static StepBetween of(Transaction tx, NodeIdSet steps) {
    return new StepBetween(
        Arrays.stream(steps.toArray())
            .limit(LOOKED_AT)
            .mapToObj(id -> NodeIds.find(tx, id))
            .flatMap(Optional::stream)
            .toList());
  }

  private void add(Node step) {
    labels.addAll(Labels.of(step));
    for (Relationship one : Iterables.limit(step.getRelationships(), LOOKED_AT)) {
      Node end = one.getOtherNode(step);
      for (String endLabel : Labels.of(end)) {
        Leg leg = new Leg(one.getType().name(), step.equals(one.getStartNode()), endLabel);
        ends.computeIfAbsent(leg, absent -> new HashSet<>()).add(NodeIds.of(end));
      }
    }
  }

  /** Joins users with what is most manifold of all else that the steps lead to. */
  Optional<String> fromUsers(String userLabel) {
    return cypher(leg(userLabel::equals), leg(other -> !other.equals(userLabel)));
  }

  /** Joins what is most manifold of all else that the steps lead to, as users, with items. */
  Optional<String> toItems(String itemLabel) {
    return cypher(leg(other -> !other.equals(itemLabel)), leg(itemLabel::equals));
  }

  /** Joins users with items; empty where these nodes do not lead to both. */
  Optional<String> between(String userLabel, String itemLabel) {
    return cypher(leg(userLabel::equals), leg(itemLabel::equals));
  }

  private Optional<Leg> leg(Predicate<String> isMeant) {
    return ends.keySet().stream()
        .filter(leg -> !labels.contains(leg.label) && isMeant.test(leg.label))
        .max(
            Comparator.<Leg>comparingInt(leg -> ends.get(leg).size())
                .thenComparing(Leg::type)
                .thenComparing(Leg::label));
  }

  private Optional<String> cypher(Optional<Leg> fromUser, Optional<Leg> toItem) {
    if (labels.isEmpty() || fromUser.isEmpty() || toItem.isEmpty()) {
      return Optional.empty();
    }
    String label = Multisets.copyHighestCountFirst(labels).iterator().next();
    return Optional.of(
        "MATCH %s(:%s)%s MERGE (user)-[:INTERACTED]->(item)"
            .formatted(fromUser.get().fromUser(), quoted(label), toItem.get().toItem()));
  }

  private static String quoted(String name) {
    return name.matches("[A-Za-z_]\\w*") ? name : "`" + name.replace("`", "``") + "`";
  }
}
