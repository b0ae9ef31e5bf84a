package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.GraphMismatchException;
import org.metarec.graph.live.embedding.LiveEmbeddings;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.store.ModelNode;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.Soon;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Node;

/** Of a model that is gone nothing stays in memory, and nothing is told of commits. */
class DroppedModelIT {
  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static final EmptyDatabase DATABASE = MODEL.database();

  private static String version() {
    return MODEL.live().model().version();
  }

  @Test
  void aForgottenModelIsToldOfNothingMore() {
    MODEL.live();
    DATABASE.inspect(tx -> MODEL.catalog().fromEmbeddings(tx, "metarec", embeddings -> embeddings));
    assertThat(MODEL.changes().listeners()).isEqualTo(2);

    DATABASE.run("MATCH (model:_MetarecModel) DELETE model");
    MODEL.catalog().forget("metarec");
    assertThat(Soon.comesTrue(() -> MODEL.changes().listeners() == 0)).isTrue();
  }

  @Test
  void whoDoesNotSeeAModelTakesItFromNobody() {
    LiveModel before = MODEL.live();
    DATABASE.inspect(
        tx -> {
          tx.findNodes(ModelNode.LABEL).forEachRemaining(Node::delete);
          assertThatThrownBy(() -> MODEL.catalog().live(tx, "metarec"))
              .isInstanceOf(GraphMismatchException.class);
        });

    assertThat(MODEL.live()).isSameAs(before);
  }

  @Test
  void whoReadsAForgottenModelStillLeavesNothing() {
    String version = version();
    MODEL.catalog().forgetAll();
    ModelEntry entry = MODEL.entry(Runnable::run);
    entry.end();

    assertThat(entry.items(version, Progress.NONE::checkRunning).live().model().name())
        .isEqualTo("metarec");
    assertThat(entry.embeddings().of(version, () -> {}).nodes().count()).isEqualTo(35);
    assertThat(MODEL.changes().listeners()).isZero();
  }

  @Test
  void whoWaitedForAVersionThatWasReplacedTakesWhatIsThere() {
    String replaced = version();
    MODEL.publish(2);
    ModelEntry entry = MODEL.entry(Runnable::run);
    LiveModel now = entry.items(version(), Progress.NONE::checkRunning).live();

    assertThat(entry.items(replaced, Progress.NONE::checkRunning).live()).isSameAs(now);
    LiveEmbeddings embeddings = entry.embeddings().of(version(), () -> {});
    assertThat(entry.embeddings().of(replaced, () -> {})).isSameAs(embeddings);
    entry.end();
  }

  @Test
  void aHistoryToldInNumbersOfAReplacedVersionIsForgotten() {
    DATABASE.run(
        "MATCH (film:Movie {id: 'm1'}) CREATE (user:User {id: 'busy'})"
            + " WITH user, film UNWIND range(1, 2100) AS at"
            + " CREATE (user)-[:CLICKED {at: at}]->(film)");
    DATABASE.inspect(
        tx -> {
          Optional<Node> busy = Optional.of(TinyMovieGraph.node(tx, "busy"));
          MODEL.catalog().view(tx, "metarec", busy, List.of(), List.of());
        });
    assertThat(MODEL.changes().histories().userIds()).hasSize(1);
    MODEL.publish(2);
    MODEL.live();
    assertThat(MODEL.changes().histories().userIds()).isEmpty();
  }

  @Test
  void allItemsReadAgainAfterTheEndAreLeftToNobody() {
    String version = version();
    MODEL.catalog().forgetAll();
    List<Runnable> later = new ArrayList<>();
    ModelEntry entry = MODEL.entry(later::add);
    entry.items(version, Progress.NONE::checkRunning);
    DATABASE.run("UNWIND range(1, 1100) AS i CREATE (:Movie {id: 'x' + i})");
    entry.items(version, Progress.NONE::checkRunning);
    assertThat(later).isNotEmpty();

    entry.end();
    later.forEach(Runnable::run);
    assertThat(MODEL.changes().listeners()).isZero();
  }

  @Test
  void whatFailsWhereNobodyWaitsIsToldToWhoAsksNext() {
    List<Runnable> later = new ArrayList<>();
    ModelEntry entry = MODEL.entry(later::add);
    entry.items(version(), Progress.NONE::checkRunning);
    DATABASE.run("UNWIND range(1, 1100) AS i CREATE (:Movie {id: 'x' + i})");
    entry.items(version(), Progress.NONE::checkRunning);
    DATABASE.run("MATCH (model:_MetarecModel) SET model.format = 99");

    assertThat(later)
        .isNotEmpty()
        .allSatisfy(work -> assertThatCode(work::run).doesNotThrowAnyException());
    assertThatThrownBy(MODEL::readAnew).hasMessageContaining("format 99");
    entry.end();
  }
}
