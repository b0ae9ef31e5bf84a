package org.metarec.graph.reading;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.node.FeatureReader;
import org.metarec.graph.node.NodeIdSet;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.RelationColumns;
import org.metarec.graph.node.RelationTypes;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * How much there is to learn from, without reading it into arrays.
 *
 * @param nodeCount items, users and the nodes that items are related to
 * @param itemCount nodes with the label of items
 * @param valueCount distinct values of the items' features, each an entity beside the nodes
 * @param tripleCount item relations, item features and interactions
 * @param interactionCount distinct pairs of user and item
 * @param repeatedCount interactions of a pair beyond its first: read, but not learned from
 * @param activeUserCount users who have any
 */
public record GraphCounts(
    long nodeCount,
    long itemCount,
    long valueCount,
    long tripleCount,
    long interactionCount,
    long repeatedCount,
    long activeUserCount) {

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
    Set<String> values = new HashSet<>();
    long features = features(tx, schema, items, values, progress);
    PairCounter counter = new PairCounter(items);
    counter.add(tx, schema, users.without(items), progress);
    return new GraphCounts(
        all.size(),
        items.size(),
        values.size(),
        relations + features + counter.pairs,
        counter.pairs,
        counter.relationships - counter.pairs,
        counter.users);
  }

  /** Rows of the embeddings. */
  public long entityCount() {
    return nodeCount + valueCount;
  }

  private static NodeIdSet nodes(Transaction tx, Optional<KeyedLabel> keyed, Progress progress) {
    return keyed
        .map(label -> NodeIdSet.withLabel(tx, label.label(), progress))
        .orElse(NodeIdSet.EMPTY);
  }

  /**
   * A list is as many features as it has distinct elements.
   *
   * @param values is added to
   */
  private static long features(
      Transaction tx, GraphSchema schema, NodeIdSet items, Set<String> values, Progress progress) {
    if (schema.itemFeatures().isEmpty()) {
      return 0;
    }
    AtomicLong features = new AtomicLong();
    items.forEachNode(
        tx,
        progress,
        (item, count) -> {
          var names = FeatureReader.names(item, schema.itemFeatures());
          values.addAll(names);
          features.addAndGet(names.size());
        });
    return features.get();
  }

  /** Counts pairs of user and item, user by user. */
  private static final class PairCounter {
    private final NodeIdSet items;
    private long users;
    private long relationships;
    private long pairs;

    PairCounter(NodeIdSet items) {
      this.items = items;
    }

    void add(Transaction tx, GraphSchema schema, NodeIdSet users, Progress progress) {
      RelationTypes types = new RelationTypes(schema.interactionTypes());
      users.forEachNode(tx, progress, (user, count) -> add(user, types));
    }

    private void add(Node user, RelationTypes types) {
      Set<Long> own = new HashSet<>();
      types.forEach(
          user,
          Direction.OUTGOING,
          interaction -> {
            long end = NodeIds.endOf(interaction);
            if (items.contains(end)) {
              relationships++;
              own.add(end);
            }
          });
      users += own.isEmpty() ? 0 : 1;
      pairs += own.size();
    }
  }
}
