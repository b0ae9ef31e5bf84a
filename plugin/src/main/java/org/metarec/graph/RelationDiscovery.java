package org.metarec.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      RelationCensus census = census(type, items);
      if (interactions.counts().containsKey(type)) {
        given.problems().add("relationshipTypes: %s is an interaction already", type);
      } else if (items.isPresent() && !census.touchesItems()) {
        given
            .problems()
            .add("relationshipTypes: no %s has a %s at an end", type, items.get().label());
      }
      rows.add(row(type, census, LabelDiscovery.AS_GIVEN));
    }
    return rows;
  }

  /** Every other type of the graph with an item at an end, unless mostly users are at the other. */
  List<SchemaRow> found(
      List<String> types, InteractionCensus interactions, Optional<LabelDiscovery> items) {
    List<SchemaRow> rows = new ArrayList<>();
    for (String type : types) {
      if (!interactions.counts().containsKey(type)) {
        RelationCensus census = census(type, items);
        boolean mostAreUsers =
            2 * census.others().countIn(interactions.starts()) > census.others().size();
        if (items.isEmpty()) {
          rows.add(
              row(type, census, "no interactions: every type is a relation; set interactionTypes"));
        } else if (census.touchesItems() && !mostAreUsers) {
          rows.add(row(type, census, "has a %s at an end".formatted(items.get().label())));
        }
      }
    }
    return rows;
  }

  private RelationCensus census(String type, Optional<LabelDiscovery> items) {
    NodeIdSet itemNodes = items.map(LabelDiscovery::nodes).orElse(NodeIdSet.EMPTY);
    return new RelationCensus(tx, type, itemNodes, progress);
  }

  private SchemaRow row(String type, RelationCensus census, String reason) {
    KeyCensus others = new KeyCensus(keys);
    census.others().forEachNode(tx, (node, count) -> others.add(node));
    String detail = reason + others.inWords() + others.warning();
    return new SchemaRow(SchemaRole.RELATION, type, census.count(), detail);
  }
}
