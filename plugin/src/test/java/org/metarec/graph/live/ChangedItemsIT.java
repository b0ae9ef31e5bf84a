package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.graph.store.ModelStore;
import org.metarec.path.Links;
import org.metarec.path.PathRelation;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyModel;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.triple.Progress;

class ChangedItemsIT {
  private static final List<String> CHANGES =
      List.of(
          "CREATE (:Movie {id: 'n%1$d', year: 1990, country: 'US'})<-[:DIRECTED]-(:Person)",
          "MATCH (m:Movie {id: 'm%2$d'}) MERGE (:Movie {id: 'n%1$d'})-[:IN_GENRE]->(m)",
          "MATCH (m:Movie {id: 'm%2$d'}) DETACH DELETE m",
          "MATCH (m:Movie {id: 'm%2$d'}) REMOVE m:Movie",
          "MATCH (m {id: 'm%2$d'}) SET m:Movie",
          "MATCH (m:Movie)-[r]-() WITH m, r SKIP %2$d LIMIT 1 DELETE r",
          "MATCH (p:Person {id: 'p%2$d'}), (m:Movie) WITH p, m LIMIT 2 CREATE (p)-[:DIRECTED]->(m)",
          "MATCH (m:Movie {id: 'n%2$d'}) SET m.year = 2000 + %1$d");

  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private GraphChanges changes;
  private ModelStore store;
  private ModelCatalog catalog;

  @BeforeEach
  void train() {
    DATABASE.run(TinyMovieGraph.DATA);
    changes = new GraphChanges();
    DATABASE.listen(changes);
    store = new ModelStore(DATABASE.service(), Clock.systemUTC());
    catalog = new ModelCatalog(DATABASE.service(), store, changes);
    store.claim("metarec", "rotate", Progress.NONE);
    store.publish(
        DATABASE.read(tx -> TinyModel.publication(tx, "metarec", "rotate", 1)), Progress.NONE);
  }

  @AfterEach
  void stopListening() {
    DATABASE.stopListening(changes);
  }

  private LiveModel live() {
    return DATABASE.read(tx -> catalog.live(tx, "metarec"));
  }

  /** Whatever changed, and in whatever order, is as if all had been read now. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void changesLeaveWhatAReadingOfAllWouldFind(long seed) {
    live();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 12; i++) {
      DATABASE.run(CHANGES.get(random.nextInt(CHANGES.size())).formatted(i, random.nextInt(1, 12)));
      if (random.nextBoolean()) {
        live();
      }
    }
    LiveModel changed = live();
    LiveModel anew =
        DATABASE.read(
            tx ->
                new ModelCatalog(DATABASE.service(), store, new GraphChanges())
                    .live(tx, "metarec"));

    assertThat(described(changed)).isEqualTo(described(anew));
  }

  /** Each item's row, and its links with their weights, by ids of nodes. */
  private Map<Long, String> described(LiveModel live) {
    Map<Long, String> items = new TreeMap<>();
    for (int item = 0; item < live.requireServing().itemCount(); item++) {
      if (!live.requireServing().gone().contains(item)) {
        items.put(
            live.itemId(item),
            Arrays.toString(live.requireServing().taste().items().row(item)) + links(live, item));
      }
    }
    return items;
  }

  private static Set<String> links(LiveModel live, int item) {
    Set<String> found = new TreeSet<>();
    for (int r = 0; r < 3; r++) {
      PathRelation relation = live.requireServing().paths().relation(r);
      Links attributes = relation.attributes();
      for (int link = attributes.from(item); link < attributes.to(item); link++) {
        int attribute = attributes.target(link);
        found.add(
            "%d %s %d weighs %.5f"
                .formatted(
                    r,
                    live.attributeId(attribute),
                    attributes.handle(link),
                    relation.idf(attribute)));
      }
      Links direct = relation.direct();
      for (int link = direct.from(item); link < direct.to(item); link++) {
        found.add("%d item %d".formatted(r, live.itemId(direct.target(link))));
      }
      found.add("%d length %.5f".formatted(r, relation.norm(item)));
    }
    return found;
  }
}
