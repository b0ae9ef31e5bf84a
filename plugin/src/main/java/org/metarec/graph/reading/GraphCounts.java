package org.metarec.graph.reading;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.node.NodeIdSet;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.RelationColumns;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * How much there is to learn from, without reading it into arrays.
 *
 * @param nodeCount items, users and the nodes that items are related to
 * @param itemCount nodes with the label of items
 * @param tripleCount item relations, item features and interactions
 * @param interactionCount distinct pairs of user and item
 */
public record GraphCounts(long nodeCount, long itemCount, long tripleCount, long interactionCount) {

  /** Counts what the schema names, in time linear in it. */
  public static GraphCounts of(Transaction tx, GraphSchema schema, Progress progress) {
    NodeIdSet items = nodes(tx, schema.item(), progress);
    NodeIdSet users = nodes(tx, schema.user(), progress);
    NodeIdSet all = users.with(items);
    long relations = 0;
    for (String type : schema.relationshipTypes()) {
      RelationColumns columns = RelationColumns.read(tx, type, items, progress);
      all = all.with(columns.nodesOutside(items));
      relations += columns.size();
    }
    long features = schema.count(SchemaRole.ITEM_FEATURE);
    long interactions = interactions(tx, schema, users.without(items), items, progress);
    return new GraphCounts(
        all.size(), items.size(), relations + features + interactions, interactions);
  }

  private static NodeIdSet nodes(Transaction tx, Optional<KeyedLabel> keyed, Progress progress) {
    return keyed
        .map(label -> NodeIdSet.withLabel(tx, label.label(), progress))
        .orElse(NodeIdSet.EMPTY);
  }

  private static long interactions(
      Transaction tx, GraphSchema schema, NodeIdSet users, NodeIdSet items, Progress progress) {
    RelationshipType[] types =
        schema.interactionTypes().stream()
            .map(RelationshipType::withName)
            .toArray(RelationshipType[]::new);
    if (types.length == 0) {
      return 0; // no types would mean all
    }
    AtomicLong pairs = new AtomicLong();
    users.forEachNode(
        tx,
        progress,
        (user, count) -> {
          Set<Long> own = new HashSet<>();
          try (var relationships = user.getRelationships(Direction.OUTGOING, types)) {
            relationships.forEach(relationship -> own.add(NodeIds.endOf(relationship)));
          }
          pairs.addAndGet(own.stream().filter(items::contains).count());
        });
    return pairs.get();
  }
}
