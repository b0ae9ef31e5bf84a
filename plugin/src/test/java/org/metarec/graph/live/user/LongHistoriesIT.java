package org.metarec.graph.live.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ForwardingSet;
import com.google.common.collect.Iterables;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.GraphChanges;
import org.metarec.graph.live.ModelCatalog;
import org.metarec.graph.live.PublishedModel;
import org.metarec.graph.live.model.ChangedItems;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyMovieGraph;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.graphdb.event.TransactionEventListenerAdapter;

/** A history that is kept is the one that would be read. */
class LongHistoriesIT {
  static final String MANY_CLICKS =
      """
      MATCH (film:Movie) WHERE film.id IN ['m1', 'm2', 'm3', 'm4'] WITH collect(film) AS films
      CREATE (user:User {id: 'busy'}) WITH user, films
      UNWIND range(1, 2100) AS i
      WITH user, films[i % 4] AS film, i
      CREATE (user)-[:CLICKED {at: i}]->(film)
      """;

  private static final String LATEST_OF_HEAT =
      "MATCH (:User {id: 'busy'})-[c:CLICKED {at: 2097}]->() SET c.at = 9999";

  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static final EmptyDatabase DATABASE = MODEL.database();

  @BeforeEach
  void click() {
    DATABASE.run(MANY_CLICKS);
  }

  private UserHistory history(Transaction tx) {
    return history(tx, MODEL.catalog(), List.of());
  }

  static UserHistory history(Transaction tx, ModelCatalog catalog, Collection<Node> asked) {
    return catalog
        .view(tx, "metarec", Optional.of(TinyMovieGraph.node(tx, "busy")), List.of(), asked)
        .history();
  }

  private UserHistory history() {
    return DATABASE.read(this::history);
  }

  private List<String> films() {
    return DATABASE.read(tx -> films(tx, history(tx)));
  }

  private List<String> films(Transaction tx, UserHistory history) {
    LiveModel live = MODEL.catalog().live(tx, "metarec");
    return history.clicks().stream()
        .map(past -> (String) live.node(tx, past.item()).orElseThrow().getProperty("id"))
        .toList();
  }

  @Test
  void aHistoryIsReadOnce() {
    assertThat(films()).containsExactly("m2", "m3", "m4", "m1");
    assertThat(history()).isSameAs(history());
  }

  @Test
  void itIsReadOnceForThoseWhoAskAboutItemsToo() {
    UserHistory before = history();
    DATABASE.inspect(
        tx -> {
          Set<Node> asked = Set.of(TinyMovieGraph.node(tx, "m5"));
          assertThat(history(tx, MODEL.catalog(), asked)).isSameAs(before);
        });
  }

  @Test
  void whatTheCallerHasChangedOfAnItemAskedAboutCounts() {
    history();
    try (Transaction tx = DATABASE.service().beginTx()) {
      Node film = TinyMovieGraph.node(tx, "m5");
      tx.execute("MATCH (:Movie {id: 'm5'})<-[directed:DIRECTED]-() DELETE directed").close();
      UserView view =
          MODEL
              .catalog()
              .view(
                  tx,
                  "metarec",
                  Optional.of(TinyMovieGraph.node(tx, "busy")),
                  List.of(),
                  List.of(film));
      int item = view.live().item(film).orElseThrow();
      assertThat(view.live().requireServing().paths().relation(1).attributes().degree(item))
          .isZero();
    }
  }

  @Test
  void whereTheyAreTooLongTogetherTheOneNotAskedForLongestGoes() {
    DATABASE.run(MANY_CLICKS.replace("'busy'", "'other'"));
    LongHistories room = new LongHistories(3000); // each has 2100
    ChangedItems items = new ChangedItems(MODEL.live());
    DATABASE.inspect(
        tx -> {
          LongHistories.Place busy = place(tx, "busy", room, items);
          assertThat(place(tx, "busy", room, items)).isSameAs(busy);
          LongHistories.Place other = place(tx, "other", room, items);
          assertThat(place(tx, "other", room, items)).isSameAs(other);
          assertThat(place(tx, "busy", room, items)).isNotSameAs(busy);
        });
  }

  static LongHistories.Place place(
      Transaction tx, String user, LongHistories room, ChangedItems items) {
    Node node = TinyMovieGraph.node(tx, user);
    LongHistories.State state = LongHistories.State.of(node, items.base().model());
    return room.place(node, items, state, (before, created, count) -> Optional.empty());
  }

  @Test
  void whatIsCommittedCounts() {
    UserHistory before = history();
    DATABASE.run(
        "MATCH (u:User {id: 'busy'}), (m:Movie {id: 'm7'}) CREATE (u)-[:CLICKED {at: 0}]->(m)");
    assertThat(films()).containsExactly("m7", "m2", "m3", "m4", "m1");

    DATABASE.run("MATCH (:User {id: 'busy'})-[c:CLICKED {at: 0}]->() DELETE c");
    assertThat(history()).isEqualTo(before);

    DATABASE.run(LATEST_OF_HEAT);
    assertThat(films()).containsExactly("m3", "m4", "m1", "m2");
  }

  @Test
  void whatTheCallerHasClickedCounts() {
    history();
    try (Transaction tx = DATABASE.service().beginTx()) {
      tx.execute("MATCH (u:User {id: 'busy'}), (m:Movie {id: 'm7'}) CREATE (u)-[:CLICKED]->(m)")
          .close();
      assertThat(films(tx, history(tx))).startsWith("m7").hasSize(5);
    }
    assertThat(films()).hasSize(4);
  }

  @Test
  void whatTheCallerHasChangedCountsForTheCallerAlone() {
    for (boolean isKept : List.of(false, true)) {
      try (Transaction tx = DATABASE.service().beginTx()) {
        tx.execute(LATEST_OF_HEAT).close();
        assertThat(films(tx, history(tx))).as("kept: %s", isKept).endsWith("m2");
      }
      assertThat(films()).as("kept: %s", isKept).endsWith("m1");
    }
  }

  @Test
  void aClickThatCameAndWentLeavesNothingKept() {
    UserHistory before = history();
    DATABASE.run(
        "MATCH (u:User {id: 'busy'}), (m:Movie {id: 'm7'}) CREATE (u)-[:CLICKED]->(m)",
        "MATCH (:User {id: 'busy'})-[c:CLICKED]->(:Movie {id: 'm7'}) DELETE c");

    assertThat(history()).isEqualTo(before).isNotSameAs(before); // another might have its id
  }

  @Test
  void whatWasReadBeforeACommitIsNotKeptAfterIt() {
    try (Transaction tx = DATABASE.service().beginTx()) {
      Set<Node> asked = Set.of(TinyMovieGraph.node(tx, "m5"));
      Set<Node> committing =
          new ForwardingSet<>() {
            @Override
            protected Set<Node> delegate() {
              DATABASE.run(LATEST_OF_HEAT); // once the clicks are read
              return asked;
            }
          };
      history(tx, MODEL.catalog(), committing);
    }
    assertThat(films()).endsWith("m2");
  }

  @Test
  void whatIsReadWhileATransactionCommitsIsNotKept() {
    GraphChanges told = new GraphChanges();
    ModelCatalog catalog = MODEL.freshCatalog(told);
    var listener =
        new TransactionEventListenerAdapter<GraphChanges.Commit>() {
          @Override
          public GraphChanges.Commit beforeCommit(
              TransactionData data, Transaction tx, GraphDatabaseService database) {
            GraphChanges.Commit commit = told.beforeCommit(data, tx, database);
            CompletableFuture.runAsync(() -> lastFilm(catalog)).join(); // the first to be kept
            return commit;
          }

          @Override
          public void afterCommit(
              TransactionData data, GraphChanges.Commit commit, GraphDatabaseService database) {
            told.afterCommit(data, commit, database);
          }
        };
    DATABASE.listen(listener);
    DATABASE.inspect(tx -> catalog.live(tx, "metarec"));
    DATABASE.run(LATEST_OF_HEAT);
    DATABASE.stopListening(listener);

    assertThat(lastFilm(catalog)).isEqualTo("m2");
  }

  private String lastFilm(ModelCatalog catalog) {
    return DATABASE.read(tx -> Iterables.getLast(films(tx, history(tx, catalog, List.of()))));
  }

  @Test
  void aDeletedItemVanishes() {
    history();
    DATABASE.run("MATCH (m:Movie {id: 'm3'}) DETACH DELETE m");

    assertThat(films()).containsExactly("m2", "m4", "m1");
  }

  @Test
  void theUsersFeaturesAreThoseOfNow() {
    assertThat(history().userValues()).isEmpty();
    DATABASE.run("MATCH (u:User {id: 'busy'}) SET u.ageGroup = '25-34'");

    assertThat(history().userValues()).containsExactly(1);
  }
}
