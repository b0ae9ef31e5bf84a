package org.metarec.graph.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.BusyException;
import org.metarec.graph.node.NodeIds;
import org.metarec.testing.EmptyDatabase;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionTerminatedException;

class OwnTransactionsIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  @Test
  void whoListsTransactionsSeesWhoseTheyAre() {
    long ours =
        new OwnTransactions(DATABASE.service(), Patience.USUAL)
            .run(OwnTransactionsIT::listed, Progress.NONE);
    assertThat(ours).isEqualTo(1);
    try (Transaction reading = LongReading.begin(DATABASE.service())) {
      assertThat(listed(reading)).isEqualTo(1);
    }
    assertThat((long) DATABASE.read(OwnTransactionsIT::listed)).isZero();
  }

  private static long listed(Transaction tx) {
    return tx.execute("SHOW TRANSACTIONS YIELD metaData").stream()
        .filter(row -> row.get("metaData").equals(Map.of("app", "metarec")))
        .count();
  }

  @Test
  void whatSomebodyEndsIsNotTriedAgain() {
    AtomicInteger attempts = new AtomicInteger();
    Duration second = Duration.ofSeconds(1);
    OwnTransactions own =
        new OwnTransactions(DATABASE.service(), new Patience(second, second, second));

    assertThatThrownBy(
            () ->
                own.runPatiently(
                    tx -> {
                      attempts.incrementAndGet();
                      tx.terminate();
                      tx.createNode();
                    },
                    Progress.NONE))
        .isInstanceOf(TransactionTerminatedException.class);
    assertThat(attempts).hasValue(1);
  }

  @Test
  void whatWaitsForTooLongSaysForWhat() {
    DATABASE.run("CREATE (:Film)");
    Patience little = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ZERO);
    try (Transaction other = DATABASE.service().beginTx()) {
      long film = NodeIds.of(other.getAllNodes().stream().iterator().next());
      addOne(other, film);

      assertThatThrownBy(
              () ->
                  new OwnTransactions(DATABASE.service(), little)
                      .run(tx -> addOne(tx, film), Progress.NONE))
          .isInstanceOf(BusyException.class)
          .hasMessageContaining("did not end in time (Neo.ClientError.Transaction.")
          .hasMessageContaining("may hold locks on the same nodes");
    }
  }

  @Test
  void aDeadlockIsTriedAgain() throws Exception {
    DATABASE.run("CREATE (:Film), (:Film)");
    long[] ids = DATABASE.read(tx -> tx.getAllNodes().stream().mapToLong(NodeIds::of).toArray());
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
    new OwnTransactions(DATABASE.service(), Patience.USUAL)
        .run(
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
