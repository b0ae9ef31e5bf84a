package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.graph.live.item.ItemNames;
import org.metarec.graph.live.model.ChangedItems;
import org.metarec.graph.live.model.LiveTaste;
import org.metarec.testing.EmptyDatabase;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.graphdb.event.TransactionEventListenerAdapter;

/** Transactions of so many nodes that what they will change is made while they are committed. */
class LargeTransactionsIT {
  private static final int FILMS = 300;
  private static final String NEW_FILMS = NewItemsIT.MANY.formatted(1, 1 + FILMS);

  private static final List<String> BESIDES =
      List.of(
          "MATCH (m:Movie {id: 'm1'}) DETACH DELETE m",
          "MATCH (m:Movie {id: 'm2'}) REMOVE m:Movie",
          "MATCH (p:Person {id: 'p2'}) SET p:Movie",
          "MATCH (m:Movie {id: 'm3'}), (n:Movie {id: 'n7'}) CREATE (n)-[:IN_GENRE]->(m)",
          "MATCH (p:Person {id: 'p3'}), (m:Movie {id: 'm4'}) CREATE (p)-[:DIRECTED]->(m)",
          "MATCH (n:Movie) WHERE n.id STARTS WITH 'n1' DETACH DELETE n",
          "MATCH (n:Movie {id: 'n2'}) REMOVE n:Movie",
          "MATCH (n:Movie {id: 'n3'}) SET n.year = 1950");

  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static final EmptyDatabase DATABASE = MODEL.database();

  private static void assertAsReadAnew() {
    assertThat(ItemText.of(MODEL.live())).isEqualTo(ItemText.of(MODEL.readAnew()));
  }

  private static List<String> besides() {
    return BESIDES;
  }

  @ParameterizedTest
  @MethodSource("besides")
  void whateverElseTheyChangeIsAsIfAllHadBeenReadNow(String besides) {
    MODEL.live();
    DATABASE.inspect(
        tx -> {
          tx.execute(NEW_FILMS);
          tx.execute(besides);
          tx.commit();
        });

    assertAsReadAnew();
  }

  @ParameterizedTest
  @MethodSource("besides")
  void whateverIsCommittedAfterThemCounts(String afterwards) {
    MODEL.live();
    DATABASE.run(NEW_FILMS, afterwards);

    assertAsReadAnew();
  }

  @Test
  void manyThatAreDeletedAtOnceAreGone() {
    DATABASE.run(NEW_FILMS);
    MODEL.live();
    DATABASE.run("MATCH (n:Movie) WHERE n.id STARTS WITH 'n' DETACH DELETE n");

    assertThat(ItemText.of(MODEL.live())).hasSize(12);
    assertAsReadAnew();
  }

  @Test
  void whatAnotherCommitsMeanwhileCountsToo() {
    MODEL.live();
    Meanwhile another =
        new Meanwhile(() -> DATABASE.run("CREATE (:Movie {id: 'x'})-[:IN_GENRE]->(:Genre)"));
    DATABASE.runHeardBy(another, NEW_FILMS);

    assertThat(ItemText.of(MODEL.live())).hasSize(12 + FILMS + 1);
    assertAsReadAnew();
  }

  @Test
  void nobodyElseCanChangeThemBeforeTheyAreToldOf() {
    List<Throwable> refused = new ArrayList<>();
    var another =
        new TransactionEventListenerAdapter<Object>() {
          @Override
          public void afterCommit(
              TransactionData data, Object state, GraphDatabaseService database) {
            CompletableFuture.runAsync(LargeTransactionsIT::changeOneInTime)
                .handle((done, failure) -> refused.add(failure))
                .join();
          }
        };
    DATABASE.runHeardBy(another, NEW_FILMS);

    assertThat(refused).singleElement().asString().contains("timeout");
  }

  private static void changeOneInTime() {
    try (Transaction tx = DATABASE.service().beginTx(1, TimeUnit.SECONDS)) {
      tx.execute("MATCH (n:Movie {id: 'n3'}) SET n.year = 1950");
      tx.commit();
    }
  }

  @Test
  void manyOfWhichNothingCanBeMadeAreReadByWhoAsksNext() {
    Told told =
        new Told() {
          @Override
          public void committed(PrecommitItems precommit) {
            throw new IllegalStateException("no memory left");
          }
        };
    DATABASE.runHeardBy(told.changes(), NEW_FILMS);

    assertThat(told.watch.pendingNodes()).isGreaterThanOrEqualTo(FILMS);
    assertThat(told.watch.pending()).allMatch(pending -> pending.precommit().isEmpty());
  }

  @Test
  void manyOfWhichNothingCanBeBegunAreCommittedAllTheSame() {
    Told told =
        new Told() {
          @Override
          public void manyWillChange(PrecommitItems precommit) {
            throw new IllegalStateException("no thread left");
          }
        };
    DATABASE.runHeardBy(told.changes(), NEW_FILMS);

    assertThat(told.watch.pendingNodes()).isGreaterThanOrEqualTo(FILMS);
    assertThat(told.watch.pending()).allMatch(pending -> pending.precommit().isEmpty());
  }

  @Test
  void manyThatAreNotCommittedAfterAllLeaveNothing() {
    MODEL.live();
    Meanwhile veto =
        new Meanwhile(
            () -> {
              throw new IllegalStateException("refused");
            });
    assertThatThrownBy(() -> DATABASE.runHeardBy(veto, NEW_FILMS))
        .hasStackTraceContaining("refused");
    DATABASE.run("CREATE (:Movie {id: 'x'})");

    assertThat(ItemText.of(MODEL.live())).hasSize(12 + 1);
    assertAsReadAnew();
  }

  @Test
  void whoeverCommitsThemWaitsForWhatTheyMakeBeforeARequestCanFindThem() {
    Told told = new Told();
    DATABASE.runHeardBy(told.changes(), NEW_FILMS);

    assertThat(told.of)
        .containsExactly(
            "will change",
            "committed, 0 pending",
            "changed, %d pending".formatted(told.watch.pendingNodes()));
    assertThat(told.watch.pendingNodes()).isGreaterThanOrEqualTo(FILMS);
  }

  @Test
  void whatTheyMakeOfItemsThatHaveBeenReadAgainIsMadeOnce() {
    ChangedItems before = new ChangedItems(MODEL.live());
    ChangedItems readAgain = new ChangedItems(MODEL.readAnew());
    List<ChangedItems> made = new ArrayList<>();
    Told told =
        new Told() {
          @Override
          public void committed(PrecommitItems precommit) {
            for (ChangedItems items : List.of(before, readAgain, readAgain)) {
              made.add(precommit.after(DATABASE.service(), items));
            }
          }
        };
    DATABASE.runHeardBy(told.changes(), NEW_FILMS);

    assertThat(made.get(1)).isNotSameAs(made.get(0)).isSameAs(made.get(2));
    assertThat(made).allMatch(items -> items.size() == FILMS);
  }

  /** Notes what it is told of a watch, and what requests would find then. */
  private static class Told implements ItemWatch.Owner {
    private final List<String> of = new ArrayList<>();
    private final ItemWatch watch =
        new ItemWatch(
            ItemNames.of(MODEL.live().model()), MODEL.live().taste().map(LiveTaste::reader), this);

    private GraphChanges changes() {
      GraphChanges changes = new GraphChanges();
      assertThat(changes.watched(watch, () -> Optional.of(watch))).isPresent();
      return changes;
    }

    @Override
    public void manyWillChange(PrecommitItems precommit) {
      of.add("will change");
    }

    @Override
    public void committed(PrecommitItems precommit) {
      of.add("committed, %d pending".formatted(watch.pendingNodes()));
    }

    @Override
    public void manyHaveChanged() {
      of.add("changed, %d pending".formatted(watch.pendingNodes()));
    }
  }

  /** Does something while a transaction of many nodes is about to be committed. */
  private static final class Meanwhile extends TransactionEventListenerAdapter<Object> {
    private final Runnable action;

    Meanwhile(Runnable action) {
      this.action = action;
    }

    @Override
    public Object beforeCommit(
        TransactionData data, Transaction transaction, GraphDatabaseService database) {
      if (Iterables.size(data.createdNodes()) >= FILMS) {
        CompletableFuture.runAsync(action).join();
      }
      return null;
    }
  }
}
