package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.item.AttributeVectors;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.node.NodeIds;
import org.metarec.testing.TinyMovieGraph;

class AttributeVectorsIT {
  private static final int ACTED_IN = 0;
  private static final int DIRECTED = 1;

  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static AttributeVectors vectors() {
    LiveModel live = MODEL.live();
    return new AttributeVectors(live.model(), live.parameters(), 3);
  }

  /** Of {@code p1}, after it has become another node for all that can be seen. */
  private static Optional<float[]> afterItsEmbeddingHasGone(
      AttributeVectors vectors, boolean isForgotten) {
    return MODEL
        .database()
        .read(
            tx -> {
              long person = NodeIds.of(TinyMovieGraph.node(tx, "p1"));
              assertThat(vectors.of(tx, person, DIRECTED, true)).isPresent();
              TinyMovieGraph.node(tx, "p1")
                  .removeProperty(MODEL.live().model().embeddingProperty());
              if (isForgotten) {
                vectors.forget(Set.of(person));
              }
              return vectors.of(tx, person, DIRECTED, true);
            });
  }

  @Test
  void aNodeIsReadOnce() {
    assertThat(afterItsEmbeddingHasGone(vectors(), false)).isPresent();
  }

  @Test
  void whatIsForgottenIsReadAgain() {
    assertThat(afterItsEmbeddingHasGone(vectors(), true)).isEmpty();
  }

  @Test
  void relationAndDirectionMatter() {
    AttributeVectors vectors = vectors();
    MODEL
        .database()
        .inspect(
            tx -> {
              long person = NodeIds.of(TinyMovieGraph.node(tx, "p1"));
              float[] directing = vectors.of(tx, person, DIRECTED, true).orElseThrow();
              assertThat(vectors.of(tx, person, DIRECTED, false).orElseThrow())
                  .isNotEqualTo(directing);
              assertThat(vectors.of(tx, person, ACTED_IN, true).orElseThrow())
                  .isNotEqualTo(directing);
              assertThat(vectors.of(tx, person, DIRECTED, true).orElseThrow()).isSameAs(directing);
            });
  }
}
