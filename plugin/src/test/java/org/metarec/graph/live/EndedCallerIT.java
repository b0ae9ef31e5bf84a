package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.collect.Sets;
import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.embedding.LiveEmbeddings;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.testing.Soon;
import org.metarec.testing.Watched;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionTerminatedException;

/** To read all takes seconds with a million items; who waits for it may be ended meanwhile. */
class EndedCallerIT {
  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayGoOn = new CountDownLatch(1);
  private final GraphChanges told = new GraphChanges();
  private volatile boolean isSlow = true;

  private GraphDatabaseService slow(GraphDatabaseService database) {
    Watched.Watcher waiting =
        (method, arguments) -> {
          if (isSlow) {
            begun.countDown();
            Uninterruptibles.awaitUninterruptibly(mayGoOn);
          }
        };
    return Watched.by(waiting, GraphDatabaseService.class, database);
  }

  private void assertEndedWhileReading(
      ModelCatalog catalog, BiFunction<ModelCatalog, Transaction, Object> call) {
    try (Transaction tx = MODEL.database().service().beginTx()) {
      Thread other =
          new Thread(
              () -> {
                Uninterruptibles.awaitUninterruptibly(begun);
                tx.terminate();
              });
      other.start();
      assertThatThrownBy(() -> call.apply(catalog, tx))
          .isInstanceOf(TransactionTerminatedException.class);
    }
    mayGoOn.countDown();
    assertThat(MODEL.database().<Object>read(tx -> call.apply(catalog, tx))).isNotNull();
  }

  @Test
  void whoWaitsForTheItemsCanBeEnded() {
    assertEndedWhileReading(slowCatalog(), (catalog, tx) -> catalog.live(tx, "metarec"));
  }

  @Test
  void whoWaitsForAllEmbeddingsCanBeEnded() {
    assertEndedWhileReading(slowCatalog(), EndedCallerIT::all);
  }

  /** A hundred who ask after a restart are a hundred threads of the server already. */
  @Test
  void whoWaitsForAnotherTakesNoThread() {
    ModelCatalog catalog = slowCatalog();
    Runnable call = () -> MODEL.database().inspect(tx -> all(catalog, tx));
    Set<Thread> before = readingThreads();
    Thread first = new Thread(call);
    first.start();
    Uninterruptibles.awaitUninterruptibly(begun);
    List<Thread> others = Stream.generate(() -> new Thread(call)).limit(20).toList();
    others.forEach(Thread::start);
    Thread.State waiting = Thread.State.TIMED_WAITING;
    try {
      assertThat(Soon.comesTrue(() -> others.stream().allMatch(one -> one.getState() == waiting)))
          .isTrue();
      assertThat(Sets.difference(readingThreads(), before)).hasSize(1);
    } finally {
      mayGoOn.countDown();
    }
    others.forEach(Uninterruptibles::joinUninterruptibly);
    Uninterruptibles.joinUninterruptibly(first);
  }

  private static LiveEmbeddings all(ModelCatalog catalog, Transaction tx) {
    return catalog.fromEmbeddings(tx, "metarec", rows -> rows);
  }

  private static Set<Thread> readingThreads() {
    return Sets.filter(
        Thread.getAllStackTraces().keySet(), thread -> thread.getName().equals("metarec-reading"));
  }

  private ModelCatalog slowCatalog() {
    return MODEL.freshCatalog(this::slow, told);
  }

  /** One that knows no more what has changed: all is to be read again. */
  private ModelCatalog lostCatalog() {
    ModelCatalog catalog = slowCatalog();
    isSlow = false;
    MODEL.database().inspect(tx -> catalog.live(tx, "metarec"));
    MODEL.database().run("CREATE (:Movie {id: 'm13'})");
    told.afterCommit(null, new GraphChanges.Commit(), null);
    isSlow = true;
    return catalog;
  }

  @Test
  void whoWaitsForAllItemsToBeReadAgainCanBeEnded() {
    ModelCatalog lost = lostCatalog();
    assertEndedWhileReading(lost, (catalog, tx) -> catalog.live(tx, "metarec"));

    LiveModel live = MODEL.database().read(tx -> lost.live(tx, "metarec"));
    assertThat(ItemText.of(live)).isEqualTo(ItemText.of(MODEL.readAnew())).hasSize(13);
  }

  @Test
  void whoWaitsForAnotherToReadThemAgainCanBeEnded() {
    ModelCatalog lost = lostCatalog();
    Thread another = new Thread(() -> MODEL.database().inspect(tx -> lost.live(tx, "metarec")));
    another.start();
    Uninterruptibles.awaitUninterruptibly(begun);

    assertEndedWhileReading(lost, (catalog, tx) -> catalog.live(tx, "metarec"));
    Uninterruptibles.joinUninterruptibly(another);
  }

  /** Nobody could end the call that finds it out. */
  @Test
  void whoFindsTheModelDroppedDoesNotWaitForThoseThatReadIt() {
    ModelCatalog catalog = slowCatalog();
    Thread another = new Thread(() -> MODEL.database().inspect(tx -> catalog.live(tx, "metarec")));
    another.start();
    Uninterruptibles.awaitUninterruptibly(begun);

    MODEL.database().run("MATCH (model:_MetarecModel) DELETE model");
    isSlow = false;
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> catalog.forget("metarec"));

    mayGoOn.countDown();
    Uninterruptibles.joinUninterruptibly(another);
    assertThat(Soon.comesTrue(() -> told.listeners() == 0)).isTrue();
  }
}
