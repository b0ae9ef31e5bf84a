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
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.BusyException;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.waiting.OwnTransactions;
import org.metarec.graph.waiting.Patience;
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
  private static final Duration SECOND = Duration.ofSeconds(1);

  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private static NodeBatches batches() {
    return batches(new Patience(SECOND, SECOND, SECOND.multipliedBy(2)));
  }

  private static NodeBatches batches(Patience patience) {
    return new NodeBatches(DATABASE.service(), new OwnTransactions(DATABASE.service(), patience));
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
          .hasMessageContaining(
              "did not end in time (Neo.ClientError.Transaction.TransactionTimedOut")
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
  void nobodyWaitsForTheNodesBeforeTheOneThatIsWaitedFor() {
    DATABASE.run("UNWIND range(1, 5) AS i CREATE (:Film)");
    long[] ids = films();
    AtomicInteger waits = new AtomicInteger();
    try (Transaction other = DATABASE.service().beginTx()) {
      NodeIds.find(other, ids[3]).orElseThrow().setProperty("title", "locked");
      Progress letsGo =
          new Progress() {
            @Override
            public void waiting(String stage) {
              if (waits.incrementAndGet() == 2) {
                DATABASE.run("MATCH (film:Film {at: 2}) SET film.title = 'of a third'");
                other.commit();
              }
            }

            @Override
            public void checkRunning() {}
          };

      batches().change(ids, NodeBatchesIT::set, "", letsGo);
    }

    assertThat(waits).as("first with others, then alone").hasValue(2);
    List<Object> titles =
        DATABASE.read(
            tx ->
                tx.execute("MATCH (film:Film) RETURN film.title AS title ORDER BY film.at").stream()
                    .map(row -> row.get("title"))
                    .toList());
    assertThat(titles).containsExactly(null, null, "of a third", "locked", null);
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

    batches(Patience.USUAL).change(ids, onceFound, "", Progress.NONE);

    assertThat(whileWaiting.get()).isTrue();
    assertThat(films()).containsExactly(ids[1]);
    assertThat(batches().borne(Set.of("at"), Progress.NONE)).containsExactly("at");
  }

  @Test
  void whoIsEndedWaitsForNoLock() {
    DATABASE.run("CREATE (:Film)");
    long[] ids = films();
    NodeBatches patient = batches(Patience.USUAL);
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
}
