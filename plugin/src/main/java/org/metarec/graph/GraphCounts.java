package org.metarec.graph;

import org.metarec.triple.Progress;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * How much there is to learn from, without reading it into arrays.
 *
 * @param nodeCount items, users and the nodes that items are related to
 * @param itemCount nodes with the label of items
 * @param tripleCount item relations, item features and interactions, repeated ones included
 * @param interactionCount relationships between users and items, repeated ones included
 */
public record GraphCounts(long nodeCount, long itemCount, long tripleCount, long interactionCount) {

  /** Counts what the schema names, in time linear in it. */
  public static GraphCounts of(Transaction tx, GraphSchema schema, Progress progress) {
    NodeIdSet items = schema.item().map(label -> nodes(tx, label)).orElse(NodeIdSet.EMPTY);
    NodeIdSet all = schema.user().map(label -> nodes(tx, label)).orElse(NodeIdSet.EMPTY);
    all = all.with(items);
    long relations = 0;
    for (String type : schema.relationshipTypes()) {
      RelationColumns columns = RelationColumns.read(tx, type, items, progress);
      all = all.with(columns.nodesOutside(items));
      relations += columns.size();
    }
    long features = count(schema, SchemaRole.ITEM_FEATURE);
    long interactions = count(schema, SchemaRole.INTERACTION);
    return new GraphCounts(
        all.size(), items.size(), relations + features + interactions, interactions);
  }

  private static NodeIdSet nodes(Transaction tx, KeyedLabel keyed) {
    try (ResourceIterator<Node> nodes = tx.findNodes(Label.label(keyed.label()))) {
      return NodeIdSet.of(nodes);
    }
  }

  private static long count(GraphSchema schema, SchemaRole role) {
    return schema.rows().stream()
        .filter(row -> row.role() == role)
        .mapToLong(SchemaRow::count)
        .sum();
  }
}
