package org.metarec.graph.live.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.ModelCatalog;
import org.metarec.graph.live.PublishedModel;
import org.metarec.graph.live.user.UserHistory;
import org.metarec.graph.live.user.UserView;
import org.metarec.meta.inner.UserClicks;
import org.metarec.recommend.RecommendConfig;
import org.metarec.recommend.Recommendation;
import org.metarec.recommend.Recommender;
import org.metarec.recommend.ScanSpaces;
import org.metarec.recommend.TieOrder;
import org.metarec.recommend.UserScorer;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Transaction;

/** What ties comes in the order of keys, whenever it was created and read. */
class KeyOrderIT {
  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static final EmptyDatabase DATABASE = MODEL.database();

  private static List<String> newFilms(Transaction tx, ModelCatalog catalog) {
    UserView view = view(tx, catalog, Optional.empty());
    LiveModel live = view.live();
    UserHistory nothing = view.history();
    UserClicks clicks = new UserClicks(nothing.userValues(), nothing.support());
    float[] weights = live.requireAdapter().adapt(clicks).values();
    UserScorer scorer = new UserScorer(live.requireServing(), clicks, weights, List.of());
    TieOrder ties = new TieOrder(live.keyRanges(), new KeyOrder(tx, live));
    RecommendConfig newOnly = new RecommendConfig(2, true, true, 0, 0, OptionalDouble.empty());
    return new Recommender(live.requireServing(), new ScanSpaces(), ties, Progress.NONE)
        .recommend(scorer, new int[0], Optional.empty(), newOnly).stream()
            .map(Recommendation::item)
            .map(item -> id(tx, live, item))
            .toList();
  }

  private static UserView view(Transaction tx, ModelCatalog catalog, Optional<String> user) {
    return catalog.view(
        tx, "metarec", user.map(id -> TinyMovieGraph.node(tx, id)), List.of(), List.of());
  }

  private static String id(Transaction tx, LiveModel live, int item) {
    return (String) live.node(tx, item).orElseThrow().getProperty("id");
  }

  @Test
  void newFilmsThatTieComeInTheOrderOfKeysBeforeARestartAndAfter() {
    DATABASE.run("CREATE (:Movie {id: 'n2'}), (:Movie {id: 'n3'})");
    MODEL.live();
    DATABASE.run("CREATE (:Movie {id: 'n1'})");

    List<String> before = DATABASE.read(tx -> newFilms(tx, MODEL.catalog()));
    List<String> after = DATABASE.read(tx -> newFilms(tx, MODEL.freshCatalog()));
    assertThat(before).containsExactly("n1", "n2").isEqualTo(after);
  }

  @Test
  void aFilmWithAnotherKeyIsInItsPlaceAmongThoseThatTie() {
    DATABASE.run("UNWIND range(1, 5) AS i CREATE (:Movie {id: 'n' + i})");
    MODEL.live();
    DATABASE.run("MATCH (film:Movie {id: 'n5'}) SET film.id = 'n0'");

    List<String> live = DATABASE.read(tx -> newFilms(tx, MODEL.catalog()));
    List<String> after = DATABASE.read(tx -> newFilms(tx, MODEL.freshCatalog()));
    assertThat(live).containsExactly("n0", "n1").isEqualTo(after);
  }

  @Test
  void clicksAtOneTimeComeInTheOrderOfKeys() {
    MODEL.live();
    DATABASE.run(
        """
        CREATE (user:User {id: 'new'}) WITH user
        MERGE (old:Movie {id: 'm2'}) MERGE (fresh:Movie {id: 'm12a'}) MERGE (last:Movie {id: 'm3'})
        CREATE (user)-[:CLICKED {at: 1}]->(old), (user)-[:CLICKED {at: 1}]->(fresh),
          (user)-[:CLICKED {at: 1}]->(last)
        """);

    List<String> films =
        DATABASE.read(
            tx -> PublishedModel.clicked(tx, view(tx, MODEL.catalog(), Optional.of("new"))));
    assertThat(films).containsExactly("m12a", "m2", "m3");
  }
}
