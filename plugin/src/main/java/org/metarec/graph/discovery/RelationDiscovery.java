package org.metarec.graph.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metarec.graph.LabelKeys;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.graph.node.NodeIdSet;
import org.metarec.graph.node.RelationColumns;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Transaction;

/** Finds the relationship types that say something of items, or of all nodes without any items. */
final class RelationDiscovery {
  private final Transaction tx;
  private final GivenNames given;
  private final LabelKeys keys;
  private final Progress progress;
  private final List<String> fromUsers = new ArrayList<>();

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
      rows.add(row(type, columns, items, ""));
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
      Optional<LabelDiscovery> items,
      List<String> unfit) {
    String reason =
        items
            .map(found -> "has a node %s at an end".formatted(found.label()))
            .orElseGet(() -> noInteractions(unfit));
    List<SchemaRow> rows = new ArrayList<>();
    for (String type : types) {
      if (!interactions.counts().containsKey(type)) {
        RelationColumns columns = columns(type, items);
        NodeIdSet others = columns.nodesOutside(itemNodes(items));
        boolean mostAreUsers = 2 * others.countIn(interactions.starts()) > others.size();
        if (mostAreUsers && columns.ends().stream().anyMatch(itemNodes(items)::contains)) {
          fromUsers.add("%s (%d)".formatted(type, columns.size()));
        } else if (columns.size() > 0 && !mostAreUsers) {
          rows.add(row(type, columns, items, reason));
        }
      }
    }
    return rows;
  }

  /** The types that were left out since they lead from users to items: "WISHED (120)". */
  List<String> fromUsers() {
    return fromUsers;
  }

  private static String noInteractions(List<String> unfit) {
    String every = "every type is a relation; set ";
    return unfit.isEmpty()
        ? "no interactions: %sinteractionTypes".formatted(every)
        : "no interactions: %s, so %suserLabel, itemLabel or interactionTypes"
            .formatted(String.join(", ", unfit), every);
  }

  private RelationColumns columns(String type, Optional<LabelDiscovery> items) {
    return RelationColumns.read(tx, type, itemNodes(items), progress);
  }

  private static NodeIdSet itemNodes(Optional<LabelDiscovery> items) {
    return items.map(LabelDiscovery::nodes).orElse(NodeIdSet.EMPTY);
  }

  private SchemaRow row(
      String type, RelationColumns columns, Optional<LabelDiscovery> items, String reason) {
    KeyCensus census = new KeyCensus(keys);
    columns
        .nodesOutside(itemNodes(items))
        .forEachNode(tx, progress, (node, times) -> census.add(node));
    String which = items.isPresent() ? ", the others" : "; its nodes";
    String remark = census.inWords(which) + census.warning();
    return given.row(SchemaRole.RELATION, Optional.of(type), columns.size(), reason, remark);
  }
}
