package org.metarec.graph.live.embedding;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.metarec.graph.node.FeatureReader;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.graph.store.NodePart;
import org.metarec.model.embedding.Induction;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;

/**
 * The embedding of a node that the training did not know, from what it is related to that the
 * training knew: nodes with an embedding, and the values of an item's features. Parallel
 * relationships count once, as in training.
 */
public final class InducedEmbedding {
  private final Node node;
  private final ModelNode model;
  private final ModelParameters parameters;
  private final Induction induction;

  private InducedEmbedding(Node node, ModelNode model, ModelParameters parameters) {
    this.node = node;
    this.model = model;
    this.parameters = parameters;
    this.induction = new Induction(model.dimension());
  }

  /**
   * Puts a node where its relations want it.
   *
   * @return {@code float[2d]}; empty for a node without a relation of the model that is neither
   *     user nor item
   */
  public static Optional<float[]> of(Node node, ModelNode model, ModelParameters parameters) {
    InducedEmbedding induced = new InducedEmbedding(node, model, parameters);
    induced.add(EnumSet.allOf(Relation.Kind.class));
    boolean hasRole =
        Stream.of(model.schema().user(), model.schema().item())
            .flatMap(Optional::stream)
            .anyMatch(role -> role.isOn(node));
    return induced.induction.isEmpty() && !hasRole
        ? Optional.empty()
        : Optional.of(induced.induction.embedding(parameters.meanItem().row(0)));
  }

  /**
   * Puts a node where it would be without any interactions.
   *
   * @return {@code float[2d]}; empty for a node of which then nothing is known
   */
  static Optional<float[]> withoutInteractions(
      Node node, ModelNode model, ModelParameters parameters) {
    InducedEmbedding induced = new InducedEmbedding(node, model, parameters);
    induced.add(EnumSet.complementOf(EnumSet.of(Relation.Kind.INTERACTION)));
    return induced.induction.isEmpty()
        ? Optional.empty()
        : Optional.of(induced.induction.embedding(parameters.meanItem().row(0)));
  }

  private void add(Set<Relation.Kind> kinds) {
    for (int relation = 0; relation < model.relations().size(); relation++) {
      Relation.Kind kind = model.relations().get(relation).kind();
      String name = model.relations().get(relation).name();
      if (kinds.contains(kind)) {
        switch (kind) {
          case ITEM_RELATION, INTERACTION -> addNeighbours(relation, name);
          case ITEM_FEATURE -> addFeature(relation, name);
        }
      }
    }
  }

  private void addNeighbours(int relation, String type) {
    Set<OtherEnd> seen = new HashSet<>();
    try (var relationships = node.getRelationships(RelationshipType.withName(type))) {
      for (Relationship relationship : relationships) {
        boolean nodeIsHead = NodeIds.startOf(relationship) == NodeIds.of(node);
        Node other = relationship.getOtherNode(node);
        if (seen.add(new OtherEnd(nodeIsHead, NodeIds.of(other)))) {
          model
              .row(other, NodePart.EMBEDDING)
              .filter(parameters::isFitted)
              .ifPresent(row -> add(relation, nodeIsHead, row));
        }
      }
    }
  }

  private void addFeature(int relation, String property) {
    if (model.schema().item().filter(items -> items.isOn(node)).isEmpty()) {
      return;
    }
    for (String name : FeatureReader.names(node, List.of(property))) {
      Integer value = parameters.featureValues().get(name);
      if (value != null) {
        add(relation, true, parameters.featureRows().row(value));
      }
    }
  }

  private void add(int relation, boolean nodeIsHead, float[] row) {
    induction.add(relation, nodeIsHead, row, parameters.phases().row(relation));
  }

  /** One relation of the node, told by the other end. */
  private record OtherEnd(boolean nodeIsHead, long other) {}
}
