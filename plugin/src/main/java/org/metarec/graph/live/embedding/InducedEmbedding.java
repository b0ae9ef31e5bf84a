package org.metarec.graph.live.embedding;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.model.embedding.Induction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;

/** The embedding of a node that the training did not know, from its relations. */
public final class InducedEmbedding {
  private InducedEmbedding() {}

  /**
   * Puts a node where its relations want it.
   *
   * @return {@code float[2d]}; empty for a node without a relation of the model that is neither
   *     user nor item
   */
  public static Optional<float[]> of(Node node, ModelNode model, ModelParameters parameters) {
    Induction induction = new Induction(model.dimension());
    AtomicInteger neighbours = new AtomicInteger();
    new EmbeddedNeighbours(model, parameters)
        .of(
            node,
            (relation, row, nodeIsHead) -> {
              neighbours.incrementAndGet();
              float[] phase = parameters.phases().row(relation);
              if (nodeIsHead) {
                induction.asHead(relation, row, phase);
              } else {
                induction.asTail(relation, row, phase);
              }
            });
    boolean hasRole =
        Stream.of(model.schema().user(), model.schema().item())
            .flatMap(Optional::stream)
            .anyMatch(role -> node.hasLabel(Label.label(role.label())));
    return neighbours.get() > 0 || hasRole
        ? Optional.of(induction.embedding(parameters.meanItem().row(0)))
        : Optional.empty();
  }
}
