package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.metarec.GraphMismatchException;
import org.metarec.graph.live.embedding.EmbeddedNodes;
import org.metarec.graph.live.embedding.LiveEmbeddings;
import org.metarec.graph.store.Succession;
import org.metarec.testing.Soon;
import org.metarec.triple.Progress;

/** A model is trained again while its embeddings are asked. */
class NextEmbeddingsIT extends TrainedAgain {
  private static LiveEmbeddings of(ModelCatalog catalog) {
    return DATABASE.read(tx -> catalog.fromEmbeddings(tx, "metarec", embeddings -> embeddings));
  }

  /** The embeddings as a call gets them that reads nothing. */
  private LiveEmbeddings inMemory() {
    return withoutReading(() -> of(catalog));
  }

  private void requireListeners(int listeners) {
    assertThat(Soon.comesTrue(() -> MODEL.changes().listeners() == listeners)).isTrue();
  }

  private static List<float[]> newFilms(LiveEmbeddings embeddings) {
    return DATABASE.read(
        tx -> new EmbeddedNodes(tx, embeddings, Set.of("Movie"), node -> true).otherRows());
  }

  @Test
  void nobodyWaitsForTheEmbeddingsOfTheNextVersion() {
    LiveEmbeddings before = of(catalog);

    publish(2, catalog, Progress.NONE);

    requireListeners(1); // those of before are kept no longer, though nobody asks
    LiveEmbeddings now = inMemory();
    LiveEmbeddings anew = of(MODEL.freshCatalog());
    assertThat(now.model()).isEqualTo(anew.model()).isNotEqualTo(before.model());
    assertThat(now.rows()).usingRecursiveComparison().isEqualTo(anew.rows());
  }

  /** Whoever asks between the flip and its news finds it, too. */
  @Test
  void aFilmThatIsCommittedMeanwhileIsAmongThem() {
    of(catalog);
    List<LiveEmbeddings> asked = new ArrayList<>();
    Succession busy =
        (next, parameters, progress) -> {
          Succession.Outcome outcome = catalog.willServe(next, parameters, progress);
          DATABASE.run(
              """
              MATCH (director)-[:DIRECTED]->(:Movie {id: 'm2'})
              CREATE (director)-[:DIRECTED]->(:Movie {id: 'during'})
              """);
          return serves -> {
            asked.add(inMemory());
            outcome.ended(serves);
          };
        };

    publish(2, busy, Progress.NONE);

    assertThat(newFilms(asked.get(0))).hasSameSizeAs(newFilms(of(MODEL.freshCatalog()))).hasSize(1);
  }

  @Test
  void aPublicationThatFailsLeavesNothing() {
    of(catalog);
    assertThatThrownBy(() -> publish(2, dropping(), Progress.NONE))
        .isInstanceOf(GraphMismatchException.class);

    requireListeners(1); // of the version that was dropped
  }

  @Test
  void aModelThatIsForgottenMeanwhileIsNotKept() {
    of(catalog);
    Succession forgetting =
        (next, parameters, progress) -> {
          Succession.Outcome outcome = catalog.willServe(next, parameters, progress);
          catalog.forgetAll();
          return outcome;
        };

    publish(2, forgetting, Progress.NONE);

    requireListeners(0);
  }
}
