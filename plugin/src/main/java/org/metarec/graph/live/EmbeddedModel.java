package org.metarec.graph.live;

import java.util.Optional;
import org.neo4j.graphdb.Node;

/** A model and all its embeddings, both of one version. Immutable, shared between threads. */
public record EmbeddedModel(LiveModel live, LiveEmbeddings embeddings) {

  /**
   * The row of a node: the trained one, else one from its relations to nodes that have one, else,
   * for a user or an item, that of the mean item.
   *
   * @param node as the calling transaction sees it
   * @return {@code float[2d]}; empty for a node in no model
   */
  public Optional<float[]> row(Node node) {
    return embeddings
        .rowOf(node)
        .or(() -> InducedEmbedding.of(node, live.model(), live.parameters()));
  }
}
