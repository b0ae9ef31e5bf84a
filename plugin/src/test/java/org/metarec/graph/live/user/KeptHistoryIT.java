package org.metarec.graph.live.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.PublishedModel;
import org.metarec.graph.live.model.ChangedItems;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.node.NodeNumbers;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyMovieGraph;
import org.neo4j.graphdb.Transaction;

/** Histories with films that came since all were read, whose numbers change. */
class KeptHistoryIT {
  private static final String CLICK_NEW_FILM =
      "MATCH (user:User {id: 'busy'}) CREATE (user)-[:CLICKED]->(:Movie {id: 'n5'})";

  private static final String CLICK_NEW_FILMS =
      """
      CREATE (user:User {id: 'busy'}), (user)-[:CLICKED]->(:Movie {id: 'n5'}),
        (user)-[:CLICKED]->(:Movie {id: 'n7'}), (user)-[:CLICKED]->(:Trailer {id: 't1'})
      WITH user MATCH (film:Movie {id: 'm2'}) CREATE (user)-[:CLICKED]->(film)
      """;

  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static final EmptyDatabase DATABASE = MODEL.database();

  @BeforeEach
  void readAll() {
    MODEL.live();
  }

  private static ClickReader.Clicks clicks(Transaction tx, LiveModel live) {
    return new ClickReader(Optional.of(TinyMovieGraph.node(tx, "busy")), List.of())
        .clicks(tx, live);
  }

  private static UserHistory read(LiveModel live) {
    return DATABASE.read(tx -> clicks(tx, live).history(tx, live));
  }

  private static KeptHistory kept(LiveModel live) {
    return DATABASE.read(tx -> KeptHistory.of(read(live), clicks(tx, live).clicks(), live));
  }

  private static Optional<UserHistory> after(String change) {
    DATABASE.run(CLICK_NEW_FILMS);
    KeptHistory kept = kept(MODEL.live());
    DATABASE.run(change);
    return kept.in(MODEL.live()).map(KeptHistory::history);
  }

  private static UserHistory ofCatalog() {
    return DATABASE.read(tx -> LongHistoriesIT.history(tx, MODEL.catalog(), List.of()));
  }

  @Test
  void aLongHistoryWithAFilmCreatedSinceIsReadOnce() {
    DATABASE.run(LongHistoriesIT.MANY_CLICKS, CLICK_NEW_FILM);

    assertThat(ofCatalog()).isSameAs(ofCatalog());
  }

  @Test
  void theFilmIsTheSameWhenAnotherTakesItsNumber() {
    DATABASE.run(LongHistoriesIT.MANY_CLICKS, CLICK_NEW_FILM);
    int number = ofCatalog().clicks().get(0).item();
    DATABASE.run("CREATE (:Movie {id: 'n1'})");

    assertThat(ofCatalog().clicks().get(0).item()).isEqualTo(number + 1);
    assertThat(ofCatalog()).isEqualTo(read(MODEL.live()));
  }

  @Test
  void itIsTheSameWhenAllAreReadAgain() {
    DATABASE.run(
        LongHistoriesIT.MANY_CLICKS,
        CLICK_NEW_FILM,
        "MATCH (film:Movie {id: 'm9'}) DETACH DELETE film");
    UserHistory before = ofCatalog();
    MODEL.publish(2);

    assertThat(ofCatalog()).isEqualTo(read(MODEL.live())).isNotEqualTo(before);
  }

  @Test
  void filmsThatComeAndGoChangeNumbersOnly() {
    assertThat(after("CREATE (:Movie {id: 'n6'})")).contains(read(MODEL.live()));

    KeptHistory kept = kept(MODEL.live());
    DATABASE.run("MATCH (film:Movie {id: 'n6'}) DELETE film");
    assertThat(kept.in(MODEL.live()).map(KeptHistory::history)).contains(read(MODEL.live()));
  }

  @Test
  void whereNoClickedFilmMovesNothingIsCopied() {
    DATABASE.run(CLICK_NEW_FILMS);
    KeptHistory kept = kept(MODEL.live());
    DATABASE.run("CREATE (:Movie {id: 'n9'})");

    assertThat(kept.in(MODEL.live()).orElseThrow().history()).isSameAs(kept.history());
  }

  @Test
  void aFilmUnderAnotherKeyMayStandElsewhere() {
    assertThat(after("MATCH (film:Movie {id: 'n5'}) SET film.id = 'n8'")).isEmpty();
    KeptHistory kept = kept(MODEL.live());
    DATABASE.run("MATCH (film:Movie {id: 'm2'}) SET film.id = 'z2'");
    assertThat(kept.in(MODEL.live())).isEmpty();
    kept = kept(MODEL.live());
    DATABASE.run("MATCH (film:Movie {id: 'z2'}) SET film.year = 1996");
    assertThat(kept.in(MODEL.live()).map(KeptHistory::history)).contains(read(MODEL.live()));
  }

  @Test
  void aNodeThatBecomesAFilmCounts() {
    assertThat(after("MATCH (trailer:Trailer) SET trailer:Movie")).isEmpty();
    assertThat(read(MODEL.live()).clicks()).hasSize(4);
  }

  @Test
  void aFilmThatIsNoneAnyMoreDoesNot() {
    assertThat(after("MATCH (film:Movie {id: 'n7'}) REMOVE film:Movie")).isEmpty();
    assertThat(read(MODEL.live()).clicks()).hasSize(2);
  }

  @Test
  void oneToldInNumbersThatNobodyUsesAnyMoreIsForgotten() {
    DATABASE.run(LongHistoriesIT.MANY_CLICKS);
    LongHistories room = new LongHistories();
    ChangedItems items = new ChangedItems(MODEL.live());
    DATABASE.inspect(tx -> LongHistoriesIT.place(tx, "busy", room, items));
    room.keepOnly("metarec", items.base().items());
    assertThat(room.userIds()).hasSize(1);
    room.keepOnly("metarec", new NodeNumbers(new long[0]));
    assertThat(room.userIds()).isEmpty();
  }
}
