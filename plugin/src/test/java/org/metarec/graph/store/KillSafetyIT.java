package org.metarec.graph.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metarec.ModelFormatException;
import org.metarec.graph.node.NodeIds;
import org.metarec.model.item.PackedRow;
import org.metarec.testing.TinyModel;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Transaction;

/** Breaks off publishing and dropping between any two of their transactions. */
class KillSafetyIT extends StoredModels {
  private List<String> untouched;

  @BeforeEach
  void look() {
    untouched = DATABASE.labelsAndKeys();
  }

  /** Throws when it is asked for the n-th time. */
  private static final class Kill implements Progress {
    private final int lastCheck;
    private int checks;

    Kill(int lastCheck) {
      this.lastCheck = lastCheck;
    }

    @Override
    public void checkRunning() {
      if (checks++ == lastCheck) {
        throw new IllegalStateException("killed");
      }
    }

    boolean happened() {
      return checks > lastCheck;
    }
  }

  @Test
  void theOldOrTheNewModelServesWhereverPublishingEnds() {
    publish("rotate", 1, Progress.NONE);
    int survivedWithOld = 0;
    for (int check = 0; ; check++) {
      String stem = check % 2 == 0 ? "turn" : "rotate";
      Optional<Long> before = servingSeed();
      Kill kill = new Kill(check);
      long seed = before.orElseThrow() + 1;
      boolean ended = tryPublish(stem, seed, kill);

      long serving = servingSeed().orElseThrow();
      assertThat(serving).as("killed at check %d", check).isIn(seed, before.get());
      survivedWithOld += serving == before.get() ? 1 : 0;
      assertThat(ended).isEqualTo(!kill.happened());
      publish("rotate", seed + 1, Progress.NONE);
      assertThat(servingSeed()).contains(seed + 1);
      if (ended) {
        break;
      }
    }
    assertThat(survivedWithOld).isGreaterThan(2);
    store.drop("metarec", Progress.NONE);
    assertThat(DATABASE.labelsAndKeys()).isEqualTo(untouched);
  }

  @Test
  void nothingIsLeftBesideTheLiveModelAfterTheNextTraining() {
    publish("rotate", 1, Progress.NONE);
    publish("rotate", 2, Progress.NONE);
    List<String> clean = DATABASE.labelsAndKeys();
    for (int check = 0; !tryPublish("rotate", 3, new Kill(check)); check++) {
      publish("rotate", 4, Progress.NONE);
      if (live().slot() == Slot.A) {
        publish("rotate", 5, Progress.NONE);
      }
      assertThat(DATABASE.labelsAndKeys()).as("killed at check %d", check).isEqualTo(clean);
    }
  }

  @Test
  void aBrokenDropServesNoMoreAndIsFinishedByTheNextDrop() {
    for (int check = 0; ; check++) {
      publish("rotate", 1, Progress.NONE);
      Kill kill = new Kill(check);
      if (!kills(() -> store.drop("metarec", kill))) {
        break;
      }
      assertThat(servingSeed()).as("killed at check %d", check).isEmpty();
      store.drop("metarec", Progress.NONE);
      assertThat(DATABASE.labelsAndKeys()).isEqualTo(untouched);
    }
    assertThat(DATABASE.labelsAndKeys()).isEqualTo(untouched);
  }

  @Test
  void aBrokenDropIsFinishedByTheNextTraining() {
    publish("turn", 1, Progress.NONE);
    assertThat(kills(() -> store.drop("metarec", new Kill(1)))).isTrue();

    publish("rotate", 2, Progress.NONE);
    assertThat(servingSeed()).contains(2L);
    assertThat(DATABASE.labelsAndKeys()).noneMatch(node -> node.contains("turn"));
  }

  private static boolean kills(Runnable work) {
    try {
      work.run();
      return false;
    } catch (IllegalStateException killed) {
      assertThat(killed).hasMessage("killed");
      return true;
    }
  }

  private boolean tryPublish(String stem, long seed, Kill kill) {
    return !kills(() -> publish(stem, seed, kill));
  }

  private void publish(String stem, long seed, Progress progress) {
    store.claim("metarec", stem, progress);
    store.publish(
        DATABASE.read(tx -> TinyModel.publication(tx, "metarec", stem, seed)),
        TinyModel.UNSEEN,
        progress);
  }

  /** The seed of the model that serves, after a look at every row; fails if it is a mixture. */
  private Optional<Long> servingSeed() {
    try (Transaction tx = DATABASE.service().beginTx()) {
      Optional<ModelNode> model = store.list(tx, KillSafetyIT::fail).stream().findFirst();
      return model.map(
          live -> {
            long seed = Math.round(live.metrics().get(TinyModel.SEED_METRIC));
            Publication expected =
                TinyModel.publication(tx, "metarec", live.properties().stem(), seed);
            requireWhole(tx, live, expected);
            return seed;
          });
    }
  }

  private static void fail(ModelFormatException unreadable) {
    throw unreadable;
  }

  private static void requireWhole(Transaction tx, ModelNode live, Publication expected) {
    for (int entity = 0; entity < expected.vocabulary().nodeCount(); entity++) {
      var node = NodeIds.find(tx, expected.vocabulary().nodeId(entity)).orElseThrow();
      assertThat(node.getProperty(live.property(NodePart.EMBEDDING)))
          .isEqualTo(expected.model().entities().row(entity));
      if (entity < expected.vocabulary().itemCount()) {
        assertThat(node.getProperty(live.property(NodePart.ITEM)))
            .isEqualTo(
                PackedRow.pack(expected.model().taste().orElseThrow().model().items().row(entity)));
      }
    }
  }
}
