package org.metarec.graph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.BusyException;
import org.metarec.GraphMismatchException;
import org.metarec.testing.Impatient;
import org.metarec.testing.Soon;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Transaction;

/** What several calls do to a model at once. */
class ModelStoreSharingIT extends StoredModels {
  @Test
  void aDropWaitsForWhatIsWrittenUnderAHeldModelAndClearsIt() throws Exception {
    List<String> before = DATABASE.labelsAndKeys();
    ModelNode model = train("metarec", "rotate", 1);
    ExecutorService dropping = Executors.newSingleThreadExecutor();
    try (Transaction tx = DATABASE.service().beginTx()) {
      store.hold(tx, "metarec");
      Future<Boolean> drop = dropping.submit(() -> store.drop("metarec", Progress.NONE));
      assertThatThrownBy(() -> drop.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      StoredWeights.write(TinyMovieGraph.node(tx, "u1"), model, 7, new float[] {1});
      tx.commit();
      assertThat(drop.get()).isTrue();
    } finally {
      dropping.shutdown();
    }

    assertThat(DATABASE.labelsAndKeys()).isEqualTo(before);
    assertThatThrownBy(() -> store.whileHeld("metarec", tx -> "written", Progress.NONE))
        .hasMessageContaining("CALL metarec.train()");
  }

  @Test
  void aDropThatALockBreaksOffSaysSoAndIsFinishedByTheNext() {
    List<String> before = DATABASE.labelsAndKeys();
    train("metarec", "rotate", 1);
    try (Transaction tx = DATABASE.service().beginTx()) {
      TinyMovieGraph.node(tx, "u1").setProperty("name", "locked");
      assertThatThrownBy(() -> hasty().drop("metarec", Progress.NONE))
          .isInstanceOf(BusyException.class)
          .hasMessageContaining(
              "model 'metarec' no longer serves, but not everything it wrote has been removed")
          .hasMessageContaining("another one may hold locks on the same nodes; end it");
    }
    assertThatThrownBy(this::live)
        .hasMessageContaining("CALL metarec.model.drop('metarec') finishes that");

    assertThat(store.drop("metarec", Progress.NONE)).isTrue();

    assertThat(DATABASE.labelsAndKeys()).isEqualTo(before);
  }

  @Test
  void noTwoModelsClaimTheSameStemAtOnce() throws Exception {
    ExecutorService claiming = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> claims =
          IntStream.range(0, 4)
              .<Callable<Boolean>>mapToObj(i -> () -> claims("model" + i))
              .toList();
      List<Boolean> claimed = new ArrayList<>();
      for (Future<Boolean> claim : claiming.invokeAll(claims)) {
        claimed.add(claim.get());
      }
      assertThat(claimed).containsOnlyOnce(true);
    } finally {
      claiming.shutdown();
    }
  }

  @Test
  void whoWaitsWhileAnotherClaimsCanBeEnded() throws Exception {
    train("metarec", "rotate", 1);
    AtomicInteger asked = new AtomicInteger();
    ExecutorService claiming = Executors.newSingleThreadExecutor();
    try (Transaction tx = DATABASE.service().beginTx()) {
      tx.acquireWriteLock(ModelLife.find(tx, "metarec").orElseThrow());
      Future<?> first =
          claiming.submit(() -> store.claim("metarec", "turn", asked::incrementAndGet));
      assertThat(Soon.comesTrue(() -> asked.get() > 10)).isTrue(); // it waits for the lock

      assertThatThrownBy(() -> store.claim("other", "rotate_other", new Impatient(20)))
          .isInstanceOf(CancellationException.class);
      assertThat(first).isNotDone();
    } finally {
      claiming.shutdown();
    }
    assertThat(claiming.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  private boolean claims(String modelName) {
    try {
      store.claim(modelName, "rotate", Progress.NONE);
      return true;
    } catch (GraphMismatchException taken) {
      return false;
    }
  }
}
