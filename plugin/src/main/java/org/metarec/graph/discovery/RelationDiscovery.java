package org.metarec.graph.discovery;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.LabelKeys;
import org.metarec.graph.Labels;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.graph.node.NodeIdSet;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.RelationColumns;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/** Finds the relationship types that say something of items, or of all nodes without any items. */
final class RelationDiscovery {
  /** Relationships of a type that tell whether it may be one of interactions. */
  private static final int LOOKED_AT = 100;

  private final Transaction tx;
  private final GivenNames given;
  private final LabelKeys keys;
  private final Progress progress;
  private final List<String> leftOut = new ArrayList<>();
  private final List<String> ofUsers = new ArrayList<>();

  RelationDiscovery(Transaction tx, GivenNames given, LabelKeys keys, Progress progress) {
    this.tx = tx;
    this.given = given;
    this.keys = keys;
    this.progress = progress;
  }

  /** The types that a caller gave; one that cannot be a relation is noted as a problem. */
  List<SchemaRow> given(
      List<String> types, InteractionCensus interactions, Optional<LabelDiscovery> items) {
    List<SchemaRow> rows = new ArrayList<>();
    for (String type : types) {
      RelationColumns columns = columns(type, items);
      if (interactions.counts().containsKey(type)) {
        given.problems().add("relationshipTypes: %s is an interaction already", type);
      } else if (columns.size() == 0) {
        String label = items.map(LabelDiscovery::label).orElse("node");
        given
            .problems()
            .add(
                "relationshipTypes: no %s has a node %s at an end; leave it out, or set itemLabel",
                type, label);
      }
      rows.add(row(type, columns, interactions, items, ""));
    }
    return rows;
  }

  /**
   * Every other type of the graph with an item at an end, unless mostly users are at the other.
   *
   * @param unfit what was looked at and is no interaction: "RATED leads mostly from User to User"
   */
  List<SchemaRow> found(
      List<String> types,
      InteractionCensus interactions,
      Optional<LabelDiscovery> users,
      Optional<LabelDiscovery> items,
      List<String> unfit) {
    String reason =
        items
            .map(found -> "has a node %s at an end".formatted(found.label()))
            .orElseGet(() -> noInteractions(types, unfit));
    List<SchemaRow> rows = new ArrayList<>();
    for (String type : Iterables.filter(types, type -> !interactions.counts().containsKey(type))) {
      RelationColumns columns = columns(type, items);
      if (columns.size() > 0) {
        NodeIdSet others = columns.nodesOutside(nodes(items));
        if (isMost(interactions.starts(), others)) {
          leftOut.add("%s (%d)".formatted(type, columns.size()));
        } else {
          rows.add(row(type, columns, interactions, items, reason));
          if (isMost(nodes(users), others)) {
            ofUsers.add("%s (%d)".formatted(type, columns.size()));
          }
        }
      }
    }
    return rows;
  }

  private static boolean isMost(NodeIdSet users, NodeIdSet others) {
    return 2 * others.countIn(users) > others.size();
  }

  /** What a reader of the interactions has to know of other types between users and items. */
  String remark() {
    return remark("left out unless relationshipTypes names them", leftOut)
        + remark("taken for relations", ofUsers);
  }

  private static String remark(String what, List<String> types) {
    return types.isEmpty()
        ? ""
        : "; with users at the other end, %s: %s".formatted(what, String.join(", ", types));
  }

  private String noInteractions(List<String> types, List<String> unfit) {
    String every = "every type is a relation; set ";
    if (!unfit.isEmpty()) {
      return "no interactions: %s, so %suserLabel, itemLabel or interactionTypes"
          .formatted(String.join(", ", unfit), every);
    }
    boolean isGiven = given.names(SchemaRole.INTERACTION).isPresent(); // as none
    List<String> likely = isGiven ? List.of() : types.stream().filter(this::isLikely).toList();
    String which =
        likely.isEmpty()
            ? ""
            : ", perhaps to %s, which %s a time or a rating"
                .formatted(String.join(" or ", likely), likely.size() == 1 ? "bears" : "bear");
    return "no interactions: %sinteractionTypes%s".formatted(every, which);
  }

  /** Whether a type may well be one of interactions, by the first of its relationships. */
  private boolean isLikely(String type) {
    try (Stream<Relationship> some =
        tx.findRelationships(RelationshipType.withName(type)).stream().limit(LOOKED_AT)) {
      return some.anyMatch(one -> NodeIds.unlessDeleted(() -> mayBeInteraction(one)).orElse(false));
    }
  }

  private static boolean mayBeInteraction(Relationship one) {
    boolean joinsUnlike = !Labels.of(one.getStartNode()).equals(Labels.of(one.getEndNode()));
    return joinsUnlike
        && Stream.concat(GraphSchema.TIMES.stream(), GraphSchema.RATINGS.stream())
            .anyMatch(one::hasProperty);
  }

  private RelationColumns columns(String type, Optional<LabelDiscovery> items) {
    return RelationColumns.read(tx, type, nodes(items), progress);
  }

  private static NodeIdSet nodes(Optional<LabelDiscovery> label) {
    return label.map(LabelDiscovery::nodes).orElse(NodeIdSet.EMPTY);
  }

  private SchemaRow row(
      String type,
      RelationColumns columns,
      InteractionCensus interactions,
      Optional<LabelDiscovery> items,
      String reason) {
    KeyCensus census = new KeyCensus(keys);
    NodeIdSet others = columns.nodesOutside(nodes(items));
    others.forEachNode(tx, progress, (node, times) -> census.add(node));
    String which = items.isPresent() ? ", the others" : "; its nodes";
    String unfit = items.isPresent() ? unfit(others, interactions.starts()) : "";
    String remark = census.inWords(which) + unfit + census.warning();
    return given.row(SchemaRole.RELATION, Optional.of(type), columns.size(), reason, remark);
  }

  /** Why nodes that items are linked with teach nothing of these, or of others; mostly empty. */
  private String unfit(NodeIdSet others, NodeIdSet users) {
    String ofOne = "";
    if (others.areMostlyOnce()) {
      ofOne = "has one item alone, of which hardly anything is learned: ";
    } else if (StepBetween.areOfOneUserEach(StepBetween.first(tx, others), users)) {
      ofOne = "is linked with one user alone: if it is what that user did, as an order is, ";
    }
    return ofOne.isEmpty()
        ? ""
        : "; nearly every one of these "
            + ofOne
            + "leave it out, name all others in relationshipTypes";
  }
}
