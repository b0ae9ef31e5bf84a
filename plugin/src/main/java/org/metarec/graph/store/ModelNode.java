package org.metarec.graph.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.node.NodeIds;
import org.metarec.model.Provenance;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * What the model node says of one live model, without its arrays.
 *
 * @param name as the user gave it
 * @param version later ones are greater as text
 * @param properties where the nodes keep what is learned
 * @param slot the live one of the two
 * @param schema the names in the graph it was trained with
 * @param dimension complex coordinates d of the embeddings
 * @param relations by relation id
 * @param parts what else than embeddings nodes may have, as {@link NodePart} names it; "item",
 *     "attribute", "profile" and "own" where the graph had interactions, "rating" where they had
 *     ratings that differ
 * @param nodeCount nodes that have an embedding
 * @param sharedMoments by interaction type, the moment ({@link org.metarec.graph.TimeValue#moment})
 *     that all its interactions had, which says nothing of what came first
 * @param metrics of what was held back, by name
 */
public record ModelNode(
    String name,
    String version,
    StemProperties properties,
    Slot slot,
    GraphSchema schema,
    int dimension,
    List<Relation> relations,
    List<String> parts,
    long nodeCount,
    Map<String, Double> sharedMoments,
    Map<String, Double> metrics,
    Provenance provenance) {
  public static final Label LABEL = Label.label("_MetarecModel");

  public ModelNode {
    relations = List.copyOf(relations);
    parts = List.copyOf(parts);
    sharedMoments = Map.copyOf(sharedMoments);
    metrics = Map.copyOf(metrics);
  }

  /** The node property that holds the live rows of one part. */
  public String property(NodePart part) {
    return properties.of(part, slot);
  }

  /**
   * The live row of one part that a node bears; empty if the training gave it none.
   *
   * @throws org.metarec.ModelFormatException if the node holds something else
   */
  public Optional<float[]> row(Node node, NodePart part) {
    Object stored = node.getProperty(property(part), null);
    return Optional.ofNullable(stored).map(value -> row(node, part, value));
  }

  private float[] row(Node node, NodePart part, Object stored) {
    if (!(stored instanceof float[] row)) {
      throw StoredProperties.damagedRow(name, property(part), node, stored, "float[]");
    }
    if (part == NodePart.EMBEDDING && row.length != 2 * dimension) {
      String expected = "%d numbers".formatted(2 * dimension);
      throw StoredProperties.damagedRow(name, property(part), node, stored, expected);
    }
    return row;
  }

  /** The same of the node with a Neo4j id; empty, too, if it has been deleted. */
  public Optional<float[]> row(Transaction tx, long nodeId, NodePart part) {
    return NodeIds.read(tx, nodeId, node -> row(node, part)).flatMap(row -> row);
  }

  /** Whether it knows of tastes; without, it is embeddings only. */
  public boolean hasTaste() {
    return parts.contains(NodePart.ITEM.text());
  }

  boolean hasRatings() {
    return parts.contains(NodePart.RATING.text());
  }

  /** Names of the relations of one kind, in their order. */
  public List<String> relationNames(Relation.Kind kind) {
    return relations.stream().filter(r -> r.kind() == kind).map(Relation::name).toList();
  }

  /** The relation of a name, -1 if there is none of this kind. */
  public int relation(String relationName, Relation.Kind kind) {
    return relations.indexOf(new Relation(relationName, kind));
  }

  /**
   * γ of the embeddings: their score is γ less RotatE's distance.
   *
   * @throws org.metarec.ModelFormatException if the node does not hold it
   */
  public double margin() {
    Object value = provenance.configuration().get("margin");
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    String property = ModelNodeFormat.CONFIGURATION + "margin";
    throw StoredProperties.damaged(name, StoredProperties.other(value, property, Number.class));
  }
}
