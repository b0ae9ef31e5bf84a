package org.metarec.graph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.neo4j.configuration.GraphDatabaseSettings.transaction_timeout;

import com.google.common.util.concurrent.Uninterruptibles;
import java.lang.Thread.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.BusyException;
import org.metarec.graph.node.NodeIds;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.Impatient;
import org.metarec.testing.Soon;
import org.metarec.triple.Progress;
import org.neo4j.configuration.Config;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionTerminatedException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

class NodeBatchesIT {
  private static final Label FILM = Label.label("Film");

  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private static NodeBatches batches() {
    return new NodeBatches(DATABASE.service(), Duration.ofSeconds(1));
  }

  /** Writes no floats. */
  private static int set(Node node, int position) {
    node.setProperty("at", position);
    return 0;
  }

  private static long[] films() {
    return DATABASE.read(
        tx -> {
          try (var nodes = tx.findNodes(FILM)) {
            return nodes.stream().flatMapToLong(node -> LongStream.of(NodeIds.of(node))).toArray();
          }
        });
  }

  @Test
  void everyNodeOfSeveralBatchesIsChangedOnce() {
    DATABASE.run("UNWIND range(1, 20001) AS i CREATE (:Film)");
    long[] ids = films();

    batches().change(ids, NodeBatchesIT::set, "", Progress.NONE);
    long sum =
        DATABASE.read(
            tx -> (long) tx.execute("MATCH (f:Film) RETURN sum(f.at) AS sum").next().get("sum"));
    assertThat(sum).isEqualTo(20000L * 20001 / 2);

    batches().clear(Set.of("at"), "", Progress.NONE);
    assertThat(batches().borne(Set.of("at"), Progress.NONE)).isEmpty();
  }

  @Test
  void whereRowsAreLongATransactionHoldsFewOfThem() {
    DATABASE.run("UNWIND range(1, 5) AS i CREATE (:Film)");
    List<Double> committed = new ArrayList<>();
    Progress listens =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {
            if (fraction > 0) {
              committed.add(fraction);
            }
          }

          @Override
          public void checkRunning() {}
        };

    batches().change(films(), (node, position) -> 8 * 1024 * 1024, "", listens);

    assertThat(committed).containsExactly(0.4, 0.8, 1.0);
  }

  @Test
  void aNodeThatSomebodyElseHasLockedIsNotWaitedForWithoutEnd() {
    DATABASE.run("CREATE (:Film)");
    long[] ids = films();
    try (Transaction other = DATABASE.service().beginTx()) {
      Node film = NodeIds.find(other, ids[0]).orElseThrow();
      film.setProperty("title", "locked");

      assertThatThrownBy(() -> batches().change(ids, NodeBatchesIT::set, "", Progress.NONE))
          .isInstanceOf(BusyException.class)
          .hasMessageContaining("within 1 seconds")
          .hasMessageContaining("locks on the same nodes");
    }
  }

  @Test
  void aLockThatIsLetGoIsWaitedFor() throws Exception {
    DATABASE.run("CREATE (:Film)");
    long[] ids = films();
    Transaction other = DATABASE.service().beginTx();
    NodeIds.find(other, ids[0]).orElseThrow().setProperty("title", "locked");
    AtomicInteger checks = new AtomicInteger();
    Progress letsGo =
        () -> {
          if (checks.incrementAndGet() == 2) { // after the first attempt
            other.close();
          }
        };

    batches().change(ids, NodeBatchesIT::set, "", letsGo);
    assertThat(batches().borne(Set.of("at"), Progress.NONE)).containsExactly("at");
  }

  @Test
  void aNodeThatIsDeletedWhileItsLockIsWaitedForIsLeftOut() throws Exception {
    DATABASE.run("UNWIND range(1, 2) AS i CREATE (:Film)");
    long[] ids = films();
    Transaction other = DATABASE.service().beginTx();
    NodeIds.find(other, ids[0]).orElseThrow().delete();
    CountDownLatch isFound = new CountDownLatch(1);
    NodeBatches.Change onceFound =
        (node, position) -> {
          isFound.countDown();
          return set(node, position);
        };
    Thread caller = Thread.currentThread();
    Future<Boolean> whileWaiting =
        CompletableFuture.supplyAsync(
            () -> {
              Uninterruptibles.awaitUninterruptibly(isFound);
              boolean waits = Soon.comesTrue(() -> caller.getState() == State.TIMED_WAITING);
              other.commit();
              return waits;
            });

    new NodeBatches(DATABASE.service(), Duration.ofMinutes(1))
        .change(ids, onceFound, "", Progress.NONE);

    assertThat(whileWaiting.get()).isTrue();
    assertThat(films()).containsExactly(ids[1]);
    assertThat(batches().borne(Set.of("at"), Progress.NONE)).containsExactly("at");
  }

  @Test
  void whoIsEndedWaitsForNoLock() {
    DATABASE.run("CREATE (:Film)");
    long[] ids = films();
    NodeBatches patient = new NodeBatches(DATABASE.service(), Duration.ofMinutes(1));
    Progress ended = new Impatient(2); // ends while it waits
    try (Transaction other = DATABASE.service().beginTx()) {
      NodeIds.find(other, ids[0]).orElseThrow().setProperty("title", "locked");

      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThatThrownBy(() -> patient.change(ids, NodeBatchesIT::set, "", ended))
                  .isInstanceOf(CancellationException.class));
    }
  }

  @Test
  void theTimeoutOfQueriesDoesNotEndALongReading() {
    DATABASE.run("UNWIND range(1, 20001) AS i CREATE (:Film)", "CREATE (:Film {at: 1})");
    Progress slow = () -> Uninterruptibles.sleepUninterruptibly(Duration.ofSeconds(3));
    GraphDatabaseAPI database = (GraphDatabaseAPI) DATABASE.service();
    Config settings = database.getDependencyResolver().resolveDependency(Config.class);
    settings.setDynamic(transaction_timeout, Duration.ofSeconds(1), "test");
    try (Transaction query = database.beginTx()) {
      assertThat(batches().borne(Set.of("at"), slow))
          .as("read for six seconds")
          .containsExactly("at");
      assertThatThrownBy(query::createNode).isInstanceOf(TransactionTerminatedException.class);
    } finally {
      settings.setDynamic(transaction_timeout, Duration.ZERO, "test");
    }
  }

  @Test
  void aDeadlockIsTriedAgain() throws Exception {
    DATABASE.run("CREATE (:Film), (:Film)");
    long[] ids = films();
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Future<?> forwards = two.submit(() -> lockBoth(ids[0], ids[1], bothHoldOne));
      Future<?> backwards = two.submit(() -> lockBoth(ids[1], ids[0], bothHoldOne));
      forwards.get();
      backwards.get();
    } finally {
      two.shutdown();
    }
    long changes =
        DATABASE.read(
            tx -> (long) tx.execute("MATCH (f:Film) RETURN sum(f.at) AS sum").next().get("sum"));
    assertThat(changes).isEqualTo(4);
  }

  /** Adds one to each of two films; the first time, both callers hold one when they ask for two. */
  private static void lockBoth(long first, long second, CyclicBarrier bothHoldOne) {
    AtomicBoolean isFirst = new AtomicBoolean(true);
    batches()
        .inTransaction(
            tx -> {
              addOne(tx, first);
              if (isFirst.getAndSet(false)) {
                await(bothHoldOne);
              }
              return addOne(tx, second);
            },
            Progress.NONE);
  }

  private static long addOne(Transaction tx, long id) {
    Node film = NodeIds.find(tx, id).orElseThrow();
    tx.acquireWriteLock(film);
    long sum = (long) film.getProperty("at", 0L) + 1;
    film.setProperty("at", sum);
    return sum;
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
