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
        given.problems().add("relationshipTypes: no %s has a node %s at an end", type, label);
      }
      NodeIdSet others = columns.nodesOutside(itemNodes(items));
      rows.add(row(type, columns.size(), others, ""));
    }
    return rows;
  }

  /** Every other type of the graph with an item at an end, unless mostly users are at the other. */
  List<SchemaRow> found(
      List<String> types, InteractionCensus interactions, Optional<LabelDiscovery> items) {
    String reason =
        items
            .map(found -> "has a node %s at an end".formatted(found.label()))
            .orElse("no interactions: every type is a relation; set interactionTypes");
    List<SchemaRow> rows = new ArrayList<>();
    for (String type : types) {
      if (!interactions.counts().containsKey(type)) {
        RelationColumns columns = columns(type, items);
        NodeIdSet others = columns.nodesOutside(itemNodes(items));
        boolean mostAreUsers = 2 * others.countIn(interactions.starts()) > others.size();
        if (columns.size() > 0 && !mostAreUsers) {
          rows.add(row(type, columns.size(), others, reason));
        }
      }
    }
    return rows;
  }

  private RelationColumns columns(String type, Optional<LabelDiscovery> items) {
    return RelationColumns.read(tx, type, itemNodes(items), progress);
  }

  private static NodeIdSet itemNodes(Optional<LabelDiscovery> items) {
    return items.map(LabelDiscovery::nodes).orElse(NodeIdSet.EMPTY);
  }

  private SchemaRow row(String type, int count, NodeIdSet others, String reason) {
    KeyCensus census = new KeyCensus(keys);
    others.forEachNode(tx, progress, (node, times) -> census.add(node));
    String remark = census.inWords() + census.warning();
    return given.row(SchemaRole.RELATION, Optional.of(type), count, reason, remark);
  }
}
