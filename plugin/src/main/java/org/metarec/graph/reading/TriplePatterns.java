package org.metarec.graph.reading;

import org.metarec.graph.GraphSchema;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.LabelKeys;
import org.metarec.graph.node.NodeIds;
import org.metarec.triple.Progress;
import org.metarec.triple.Relation;
import org.metarec.triple.id.Vocabulary;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Names the triples of a training as a user can look them up: {@code (:User {id:
 * 'u1'})-[:CLICKED]->(:Movie {id: 'm3'})}. Made for one transaction and one thread.
 */
public final class TriplePatterns {
  private final Transaction tx;
  private final GraphSchema schema;
  private final TrainingGraph graph;
  private final LabelKeys keys;

  /**
   * @param schema that the graph was read by
   */
  public TriplePatterns(
      Transaction tx, GraphSchema schema, TrainingGraph graph, Progress progress) {
    this.tx = tx;
    this.schema = schema;
    this.graph = graph;
    this.keys = new LabelKeys(tx, progress);
  }

  /** The pattern of a triple; of a feature the value and the item. */
  public String of(int head, int relation, int tail) {
    Relation named = graph.relations().get(relation);
    return switch (named.kind()) {
      case ITEM_RELATION, INTERACTION ->
          "%s-[:%s]->%s".formatted(node(head), named.name(), node(tail));
      case ITEM_FEATURE -> "%s of %s".formatted(featureValue(tail), node(head));
    };
  }

  private String featureValue(int entity) {
    return graph.featureValues().get(entity - graph.vocabulary().nodeCount());
  }

  private String node(int entity) {
    long id = graph.vocabulary().nodeId(entity);
    return NodeIds.read(tx, id, node -> keyed(entity, node).pattern(node))
        .orElse("(a node deleted since)");
  }

  private KeyedLabel keyed(int entity, Node node) {
    Vocabulary vocabulary = graph.vocabulary();
    if (entity < vocabulary.itemCount()) {
      return schema.item().orElseThrow();
    }
    return entity < vocabulary.itemCount() + vocabulary.userCount()
        ? schema.user().orElseThrow()
        : keys.of(node);
  }
}
