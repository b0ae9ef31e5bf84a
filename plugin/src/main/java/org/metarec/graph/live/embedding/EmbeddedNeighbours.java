package org.metarec.graph.live.embedding;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.metarec.graph.node.FeatureReader;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;

/**
 * What a node is related to that the training knew: nodes with an embedding, and the values of an
 * item's features. Parallel relationships count once, as in training.
 */
final class EmbeddedNeighbours {
  private final ModelNode model;
  private final ModelParameters parameters;

  EmbeddedNeighbours(ModelNode model, ModelParameters parameters) {
    this.model = model;
    this.parameters = parameters;
  }

  /** Is told of each neighbour. */
  interface Visitor {
    /**
     * Takes one neighbour.
     *
     * @param row {@code float[2d]}: its embedding
     * @param nodeIsHead whether the relation leads from the node to the neighbour
     */
    void visit(int relation, float[] row, boolean nodeIsHead);
  }

  /** All of them. */
  void of(Node node, Visitor visitor) {
    for (int relation = 0; relation < model.relations().size(); relation++) {
      String name = model.relations().get(relation).name();
      switch (model.relations().get(relation).kind()) {
        case ITEM_RELATION, INTERACTION -> related(node, relation, name, visitor);
        case ITEM_FEATURE -> feature(node, relation, name, visitor);
      }
    }
  }

  private void related(Node node, int relation, String type, Visitor visitor) {
    Set<OtherEnd> seen = new HashSet<>();
    try (var relationships = node.getRelationships(RelationshipType.withName(type))) {
      for (Relationship relationship : relationships) {
        boolean nodeIsHead = NodeIds.startOf(relationship) == NodeIds.of(node);
        Node other = relationship.getOtherNode(node);
        if (seen.add(new OtherEnd(nodeIsHead, NodeIds.of(other)))) {
          row(other).ifPresent(row -> visitor.visit(relation, row, nodeIsHead));
        }
      }
    }
  }

  private Optional<float[]> row(Node node) {
    return node.getProperty(model.embeddingProperty(), null) instanceof float[] row
        ? Optional.of(row).filter(parameters::isFitted)
        : Optional.empty();
  }

  private void feature(Node node, int relation, String property, Visitor visitor) {
    if (model.itemLabel().map(Label::label).filter(node::hasLabel).isEmpty()) {
      return;
    }
    for (String name : FeatureReader.names(node, List.of(property))) {
      int value = parameters.featureValues().indexOf(name);
      if (value >= 0) {
        visitor.visit(relation, parameters.featureRows().row(value), true);
      }
    }
  }

  /** One relation of the node, told by the other end. */
  private record OtherEnd(boolean nodeIsHead, long other) {}
}
