package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.item.AttributeVectors;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.store.LinkedRows;
import org.metarec.graph.store.NodePart;
import org.metarec.testing.TinyModel;
import org.metarec.testing.TinyMovieGraph;

class AttributeVectorsIT {
  private static final int ACTED_IN = 0;
  private static final int DIRECTED = 1;

  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static AttributeVectors vectors() {
    LiveModel live = MODEL.live();
    return new AttributeVectors(new LinkedRows(live.model(), live.parameters()), TinyModel.WIDTH);
  }

  /** Of {@code p1}, after it has become another node for all that can be seen. */
  private static Optional<float[]> afterItsRowHasGone(
      AttributeVectors vectors, boolean isForgotten) {
    return MODEL
        .database()
        .read(
            tx -> {
              long person = NodeIds.of(TinyMovieGraph.node(tx, "p1"));
              assertThat(vectors.of(tx, person, DIRECTED)).isPresent();
              TinyMovieGraph.node(tx, "p1")
                  .removeProperty(MODEL.live().model().property(NodePart.ATTRIBUTE));
              if (isForgotten) {
                vectors.forget(Set.of(person));
              }
              return vectors.of(tx, person, DIRECTED);
            });
  }

  @Test
  void aNodeIsReadOnce() {
    assertThat(afterItsRowHasGone(vectors(), false)).isPresent();
  }

  @Test
  void whatIsForgottenIsReadAgain() {
    assertThat(afterItsRowHasGone(vectors(), true)).isEmpty();
  }

  @Test
  void theRelationMatters() {
    AttributeVectors vectors = vectors();
    MODEL
        .database()
        .inspect(
            tx -> {
              long person = NodeIds.of(TinyMovieGraph.node(tx, "p1"));
              float[] directing = vectors.of(tx, person, DIRECTED).orElseThrow();
              assertThat(vectors.of(tx, person, ACTED_IN).orElseThrow()).isNotEqualTo(directing);
            });
  }
}
