package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyMovieGraph;
import org.neo4j.graphdb.Transaction;

/** A history that is kept is the one that would be read. */
class LongHistoriesIT {
  private static final String MANY_CLICKS =
      """
      MATCH (film:Movie) WHERE film.id IN ['m1', 'm2', 'm3', 'm4'] WITH collect(film) AS films
      CREATE (user:User {id: 'busy'}) WITH user, films
      UNWIND range(1, 2100) AS i
      WITH user, films[i % 4] AS film, i
      CREATE (user)-[:CLICKED {at: i}]->(film)
      """;

  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static final EmptyDatabase DATABASE = MODEL.database();

  @BeforeEach
  void click() {
    DATABASE.run(MANY_CLICKS);
  }

  private UserHistory history(Transaction tx) {
    return MODEL
        .catalog()
        .view(tx, "metarec", Optional.of(TinyMovieGraph.node(tx, "busy")), List.of(), List.of())
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
  void whatIsCommittedCounts() {
    UserHistory before = history();
    DATABASE.run(
        "MATCH (u:User {id: 'busy'}), (m:Movie {id: 'm7'}) CREATE (u)-[:CLICKED {at: 0}]->(m)");
    assertThat(films()).containsExactly("m7", "m2", "m3", "m4", "m1");

    DATABASE.run("MATCH (:User {id: 'busy'})-[c:CLICKED {at: 0}]->() DELETE c");
    assertThat(history()).isEqualTo(before);

    DATABASE.run("MATCH (:User {id: 'busy'})-[c:CLICKED {at: 2097}]->() SET c.at = 9999");
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
