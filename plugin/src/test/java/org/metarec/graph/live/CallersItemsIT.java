package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.live.model.LiveReader;
import org.metarec.graph.live.user.Click;
import org.metarec.graph.live.user.UserView;
import org.metarec.graph.node.NodeIds;
import org.metarec.path.DirectLinks;
import org.metarec.path.LinkDirection;
import org.metarec.path.Links;
import org.metarec.path.PathRelation;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** What a transaction has changed, and not committed, of the items that it passes in. */
class CallersItemsIT {
  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static final EmptyDatabase DATABASE = MODEL.database();

  private static UserView view(Transaction tx, Node item) {
    return MODEL.catalog().view(tx, "metarec", Optional.empty(), List.of(), List.of(item));
  }

  @Test
  void whatTheCallerChangedOfAnItemPassedInCounts() {
    try (Transaction tx = DATABASE.service().beginTx()) {
      Node heat = TinyMovieGraph.node(tx, "m2");
      LiveModel shared = MODEL.catalog().live(tx, "metarec");
      UserView unchanged = view(tx, heat);
      assertThat(unchanged.live()).isSameAs(shared);

      tx.execute("MATCH (:Movie {id: 'm2'})<-[old:DIRECTED]-() DELETE old");
      UserView changed = view(tx, heat);
      int item = changed.live().item(heat).orElseThrow();
      assertThat(changed.live().requireServing().paths().relation(1).attributes().degree(item))
          .isZero();
      assertThat(changed.live().requireServing().taste().items().row(item))
          .isEqualTo(shared.requireServing().taste().items().row(item));
    }
  }

  @Test
  void theFeatureThatTheCallerChangedOfAnItemPassedInCounts() {
    DATABASE.run("MATCH (heat:Movie {id: 'm2'}) SET heat.country = 'US'");
    try (Transaction tx = DATABASE.service().beginTx()) {
      Node heat = TinyMovieGraph.node(tx, "m2");
      LiveModel shared = MODEL.catalog().live(tx, "metarec");
      tx.execute("CREATE (:Person {id: 'p98'})");
      assertThat(view(tx, heat).live()).as("nothing of the film").isSameAs(shared);

      heat.setProperty("country", "France");
      assertThat(countries(view(tx, heat).live(), heat)).isNotEqualTo(countries(shared, heat));
    }
  }

  private static List<Integer> countries(LiveModel live, Node film) {
    Links countries = live.requireServing().paths().relation(3).attributes();
    return countries.targets(live.item(film).orElseThrow()).boxed().toList();
  }

  @Test
  void aRelationshipThatTheCallerHasReplacedIsTheNewOne() {
    try (Transaction tx = DATABASE.service().beginTx()) {
      Node heat = TinyMovieGraph.node(tx, "m2");
      MODEL.catalog().live(tx, "metarec");
      long replaced =
          (long)
              tx.execute(
                      "MATCH (heat:Movie {id: 'm2'})<-[old:DIRECTED]-(mann) DELETE old"
                          + " CREATE (heat)<-[new:DIRECTED]-(mann) RETURN id(new) AS id")
                  .next()
                  .get("id");
      UserView view = view(tx, heat);
      int item = view.live().item(heat).orElseThrow();
      Links links = view.live().requireServing().paths().relation(1).attributes();

      assertThat(links.handle(links.from(item))).isEqualTo(replaced);
    }
  }

  @Test
  void whatTheCallerChangedOfAClickedItemPassedInCounts() {
    try (Transaction tx = DATABASE.service().beginTx()) {
      Node heat = TinyMovieGraph.node(tx, "m2");
      tx.execute("MATCH (:Movie {id: 'm2'})<-[old:DIRECTED]-() DELETE old");
      Click click = new Click(heat, Optional.empty(), Optional.empty());
      UserView view =
          MODEL.catalog().view(tx, "metarec", Optional.empty(), List.of(click), List.of());
      int item = view.live().item(heat).orElseThrow();

      assertThat(view.live().requireServing().paths().relation(1).attributes().degree(item))
          .isZero();
    }
  }

  @Test
  void aLinkBetweenItemsThatTheCallerCreatedIsSeenFromBoth() {
    try (Transaction tx = DATABASE.service().beginTx()) {
      MODEL.catalog().live(tx, "metarec");
      tx.execute(
          "MATCH (thief:Movie {id: 'm1'}), (heat:Movie {id: 'm2'})"
              + " CREATE (heat)-[:IN_GENRE]->(thief)");
      Node heat = TinyMovieGraph.node(tx, "m2");
      LiveModel own = view(tx, heat).live();
      int thief = own.item(TinyMovieGraph.node(tx, "m1")).orElseThrow();

      assertThat(ofHeat(own, thief, heat)).isEqualTo(1);
    }
  }

  @Test
  void aLinkBetweenItemsThatTheCallerDeletedIsGoneFromBoth() {
    DATABASE.run(
        "MATCH (thief:Movie {id: 'm1'}), (heat:Movie {id: 'm2'})"
            + " CREATE (heat)-[:IN_GENRE]->(thief)");
    try (Transaction tx = DATABASE.service().beginTx()) {
      Node heat = TinyMovieGraph.node(tx, "m2");
      int thief =
          MODEL.catalog().live(tx, "metarec").item(TinyMovieGraph.node(tx, "m1")).orElseThrow();
      tx.execute("MATCH (:Movie)-[link:IN_GENRE]->(:Movie) DELETE link");
      LiveModel own = view(tx, heat).live();

      assertThat(ofHeat(own, thief, heat)).isZero();
      assertThat(genres(own).direct().degree(thief)).isZero();
    }
  }

  @Test
  void aLinkBetweenItemsThatTheCallerTurnedRoundIsTurnedForBoth() {
    DATABASE.run(
        "MATCH (thief:Movie {id: 'm1'}), (heat:Movie {id: 'm2'})"
            + " CREATE (heat)-[:IN_GENRE]->(thief)");
    try (Transaction tx = DATABASE.service().beginTx()) {
      Node heat = TinyMovieGraph.node(tx, "m2");
      LiveModel shared = MODEL.catalog().live(tx, "metarec");
      tx.execute(
          "MATCH (heat:Movie)-[link:IN_GENRE]->(thief:Movie) DELETE link"
              + " CREATE (thief)-[:IN_GENRE]->(heat)");
      LiveModel own = view(tx, heat).live();
      DirectLinks direct = genres(own).direct();
      int thief = shared.item(TinyMovieGraph.node(tx, "m1")).orElseThrow();

      assertThat(ofHeat(own, thief, heat)).isZero();
      assertThat(direct.outgoing().find(thief, own.item(heat).orElseThrow())).isNotNegative();
      assertThat(direct.share(LinkDirection.INCOMING, thief)).isEqualTo(1);
    }
  }

  @Test
  void onlyTheOtherEndsOfWhatTheCallerLinkedAreReadToo() {
    LiveModel shared = MODEL.live();
    try (Transaction tx = DATABASE.service().beginTx()) {
      tx.execute(
          "MATCH (thief:Movie {id: 'm1'}), (heat:Movie {id: 'm2'}), (alien:Movie {id: 'm7'})"
              + " CREATE (thief)-[:IN_GENRE]->(heat)-[:IN_GENRE]->(alien)");
      List<Long> thief = List.of(NodeIds.of(TinyMovieGraph.node(tx, "m1")));

      assertThat(new LiveReader(tx).changedByCaller(thief, shared)).hasSize(2);
      assertThat(new LiveReader(tx).changed(thief, shared)).hasSize(1);
    }
  }

  /** What share of the films that lead to Thief Heat is. */
  private static double ofHeat(LiveModel live, int thief, Node heat) {
    DirectLinks direct = genres(live).direct();
    int link = direct.outgoing().find(live.item(heat).orElseThrow(), thief);
    return link < 0 ? 0 : direct.share(LinkDirection.OUTGOING, thief);
  }

  private static PathRelation genres(LiveModel live) {
    int relation = live.model().relationNames(Relation.Kind.ITEM_RELATION).indexOf("IN_GENRE");
    return live.requireServing().paths().relation(relation);
  }

  /** Its likes are expected anew once all is read again; until then all calls say the same. */
  @Test
  void aNewItemIsAsItWasReadWhateverHappenedToItsPeoplesOtherFilms() {
    DATABASE.run("MATCH (mann:Person {id: 'p1'}) CREATE (:Movie {id: 'm98'})<-[:DIRECTED]-(mann)");
    MODEL.live();
    DATABASE.run(
        "MATCH (:Person {id: 'p1'})-[old:DIRECTED]->(film) WHERE film.id <> 'm98' DELETE old");
    try (Transaction tx = DATABASE.service().beginTx()) {
      LiveModel shared = MODEL.catalog().live(tx, "metarec");
      Node film = TinyMovieGraph.node(tx, "m98");
      assertThat(row(shared, film)).isNotEqualTo(row(MODEL.readAnew(), film));
      assertThat(view(tx, film).live()).isSameAs(shared);
    }
  }

  @Test
  void whatTheCallerChangedOfANewItemPassedInCounts() {
    DATABASE.run("CREATE (:Movie {id: 'm99', year: 2000})");
    try (Transaction tx = DATABASE.service().beginTx()) {
      Node film = TinyMovieGraph.node(tx, "m99");
      float[] before = row(tx, film);
      assertThat(row(tx, film)).isEqualTo(before);
      film.setProperty("year", 1950);
      assertThat(row(tx, film)).isNotEqualTo(before);
    }
  }

  private static float[] row(Transaction tx, Node film) {
    return row(view(tx, film).live(), film);
  }

  private static float[] row(LiveModel live, Node film) {
    return live.requireServing().taste().items().row(live.item(film).orElseThrow());
  }
}
