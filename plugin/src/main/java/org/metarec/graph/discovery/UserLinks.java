package org.metarec.graph.discovery;

import com.google.common.primitives.ImmutableLongArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.metarec.graph.LabelKeys;
import org.metarec.graph.Labels;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.graph.node.NodeIdSet;
import org.metarec.graph.node.NodeIds;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/** Relationships that lead from users to other nodes: each type may be a feature of users. */
final class UserLinks {
  /** Relationships of a type that tell whether it may be meant. */
  private static final int LOOKED_AT = 100;

  private static final Ends NONE = new Ends(0, "");

  private final Transaction tx;
  private final Set<String> types;
  private final LabelDiscovery users;
  private final LabelKeys keys;
  private final Progress progress;
  private final Map<String, Ends> ofTypes = new HashMap<>();

  /** Of one type: how many there are, and where they lead to. */
  private record Ends(long count, String inWords) {}

  /**
   * @param types that are no interactions
   */
  UserLinks(
      Transaction tx, Set<String> types, LabelDiscovery users, LabelKeys keys, Progress progress) {
    this.tx = tx;
    this.types = types;
    this.users = users;
    this.keys = keys;
    this.progress = progress;
  }

  /** Notes given features that are neither properties of users nor relationships from them. */
  void require(GivenNames given) {
    SchemaRole role = SchemaRole.USER_FEATURE;
    Set<String> features = new TreeSet<>(users.properties().names());
    features.addAll(likely(NodeIdSet.EMPTY));
    given.names(role).stream()
        .flatMap(List::stream)
        .filter(name -> ends(name).count > 0)
        .forEach(features::add);
    String kind = "property of %1$s or relationship type that leads from a %1$s";
    given.require(role, kind.formatted(users.label()), features);
  }

  /** A given feature with what is known of relationships by its name, if any starts at a user. */
  SchemaRow with(SchemaRow feature) {
    Ends ends = feature.given() ? ends(feature.name().orElseThrow()) : NONE;
    return new SchemaRow(
        feature.role(),
        feature.name(),
        feature.count() + ends.count,
        feature.given(),
        feature.detail() + ends.inWords);
  }

  private Ends ends(String type) {
    return types.contains(type) ? ofTypes.computeIfAbsent(type, this::read) : NONE;
  }

  private Ends read(String type) {
    ImmutableLongArray.Builder ends = ImmutableLongArray.builder();
    try (Stream<Relationship> all = relationships(type)) {
      all.peek(one -> progress.checkRunning())
          .filter(one -> users.nodes().contains(NodeIds.startOf(one)))
          .forEach(one -> ends.add(NodeIds.endOf(one)));
    }
    ImmutableLongArray ofUsers = ends.build();
    KeyCensus census = new KeyCensus(keys);
    AtomicInteger nameless = new AtomicInteger();
    NodeIdSet.of(ofUsers)
        .forEachNode(
            tx,
            progress,
            (node, count) -> {
              census.add(node);
              nameless.addAndGet(keys.valueOf(node).isEmpty() ? 1 : 0);
            });
    String remark =
        nameless.get() == 0
            ? ""
            : "; nodes without a key or a name are no values, here %d".formatted(nameless.get());
    return new Ends(ofUsers.length(), census.inWords("; leads to") + remark);
  }

  /** Those that start at users, by the first of each, and end where no item is. */
  List<String> likely(NodeIdSet items) {
    return types.stream().filter(type -> isLikely(type, items)).sorted().toList();
  }

  /** Not where they lead to what is of one user alone, as orders are. */
  private boolean isLikely(String type, NodeIdSet items) {
    List<Node> ends = someEnds(type, items);
    return !ends.isEmpty() && !StepBetween.areOfOneUserEach(ends, users.nodes());
  }

  private List<Node> someEnds(String type, NodeIdSet items) {
    try (Stream<Relationship> all = relationships(type)) {
      return all.limit(LOOKED_AT)
          .filter(one -> users.nodes().contains(NodeIds.startOf(one)))
          .filter(one -> !items.contains(NodeIds.endOf(one)))
          .map(Relationship::getEndNode)
          .toList();
    }
  }

  /** How users and items are joined over what is of one user alone; empty if there is no such. */
  Optional<String> overStep(String itemLabel, NodeIdSet items) {
    return types.stream()
        .flatMap(type -> overStep(someEnds(type, items), itemLabel).stream())
        .findFirst();
  }

  private Optional<String> overStep(List<Node> steps, String itemLabel) {
    if (!StepBetween.areOfOneUserEach(steps, users.nodes())) {
      return Optional.empty();
    }
    return NodeIds.unlessDeleted(() -> Labels.of(steps.get(0))).stream()
        .flatMap(List::stream)
        .flatMap(label -> new StepBetween(label, steps).between(users.label(), itemLabel).stream())
        .findFirst();
  }

  private Stream<Relationship> relationships(String type) {
    return tx.findRelationships(RelationshipType.withName(type)).stream();
  }
}
