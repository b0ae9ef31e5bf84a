package org.metarec.graph.live.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.model.embedding.InductionError;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * Some items that training knew, placed by their relations as if it had not: how good an {@link
 * InducedEmbedding} is. Of a model without items, some of all nodes.
 */
final class InductionSample {
  private static final int MOST = 200;

  /** A node of more relationships is left out: it would take as long as all others. */
  private static final int MOST_RELATIONSHIPS = 1000;

  private final ModelNode model;
  private final ModelParameters parameters;
  private final List<float[]> trained = new ArrayList<>();
  private final List<float[]> induced = new ArrayList<>();

  private InductionSample(ModelNode model, ModelParameters parameters) {
    this.model = model;
    this.parameters = parameters;
  }

  /** Looks at nodes that are as far apart as can be, in the order of ids. */
  static InductionError error(Transaction tx, LiveEmbeddings live) {
    InductionSample sample = new InductionSample(live.model(), live.parameters());
    int[] entities =
        live.model()
            .schema()
            .item()
            .map(item -> live.labelled().embedded(Set.of(item.label())))
            .orElseGet(() -> IntStream.range(0, live.rows().entityCount()).toArray());
    int count = Math.min(MOST, entities.length);
    for (int i = 0; i < count; i++) {
      int entity = entities[(int) ((long) i * entities.length / count)];
      NodeIds.read(tx, live.nodes().nodeId(entity), sample::induced)
          .flatMap(row -> row)
          .ifPresent(row -> sample.add(live.rows().row(entity), row));
    }
    return InductionError.of(live.model().dimension(), sample.trained, sample.induced);
  }

  private Optional<float[]> induced(Node node) {
    return relationships(node) > MOST_RELATIONSHIPS
        ? Optional.empty()
        : InducedEmbedding.withoutInteractions(node, model, parameters);
  }

  private long relationships(Node node) {
    return model.relations().stream()
        .filter(relation -> relation.kind() == Relation.Kind.ITEM_RELATION)
        .mapToLong(relation -> node.getDegree(RelationshipType.withName(relation.name())))
        .sum();
  }

  private void add(float[] ofTraining, float[] ofRelations) {
    trained.add(ofTraining);
    induced.add(ofRelations);
  }
}
