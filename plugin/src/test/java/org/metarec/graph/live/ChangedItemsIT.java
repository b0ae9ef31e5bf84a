package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.graph.live.user.UserView;
import org.metarec.testing.TinyMovieGraph;
import org.neo4j.graphdb.Node;

class ChangedItemsIT {
  private static final List<String> CHANGES =
      List.of(
          "CREATE (:Movie {id: 'n%1$d', year: 1990})<-[:DIRECTED]-(:Person)",
          "MATCH (m:Movie {id: 'm%2$d'}) MERGE (:Movie {id: 'n%1$d'})-[:IN_GENRE]->(m)",
          "MATCH (m:Movie {id: 'm%2$d'}) DETACH DELETE m",
          "MATCH (m:Movie {id: 'm%2$d'}) REMOVE m:Movie",
          "MATCH (m {id: 'm%2$d'}) SET m:Movie",
          "MATCH (m:Movie)-[r]-() WITH m, r SKIP %2$d LIMIT 1 DELETE r",
          "MATCH (p:Person {id: 'p%2$d'}), (m:Movie) WITH p, m LIMIT 2 CREATE (p)-[:DIRECTED]->(m)",
          "MATCH (m:Movie {id: 'n%2$d'}) SET m.year = 2000 + %1$d",
          "MATCH (m:Movie {id: 'm%2$d'}) SET m.country = 'US'");

  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  /**
   * Whatever changed, and in whatever order, is as if all had been read now; but for what the films
   * of a country earned, which a new film of that country would bear, and which stays as it was.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void changesLeaveWhatAReadingOfAllWouldFind(long seed) {
    MODEL.live();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 12; i++) {
      String change = CHANGES.get(random.nextInt(CHANGES.size()));
      MODEL.database().run(change.formatted(i, random.nextInt(1, 12)));
      if (random.nextBoolean()) {
        MODEL.live();
      }
    }

    assertThat(ItemText.of(MODEL.live())).isEqualTo(ItemText.of(MODEL.readAnew()));
  }

  @Test
  void clicksOfOneTimeFollowTheKeysOfNow() {
    MODEL.database().run("MATCH (:User {id: 'u2'})-[click:CLICKED]->() REMOVE click.at");
    assertThat(clicked()).containsExactly("m10", "m2", "m4", "m8");

    MODEL.database().run("MATCH (film:Movie {id: 'm8'}) SET film.id = 'm0'");

    assertThat(clicked()).containsExactly("m0", "m10", "m2", "m4");
  }

  private static List<String> clicked() {
    return MODEL
        .database()
        .read(
            tx -> {
              Optional<Node> user = Optional.of(TinyMovieGraph.node(tx, "u2"));
              UserView view = MODEL.catalog().view(tx, "metarec", user, List.of(), List.of());
              return PublishedModel.clicked(tx, view);
            });
  }

  @Test
  void whatPeopleEarnedIsNotCountedAgainForAPropertyOfATrainedItem() {
    Object before = MODEL.live().requireTaste().newRows().basis();
    MODEL.database().run("MATCH (m:Movie {id: 'm1'}) SET m.country = 'US'");
    assertThat(MODEL.live().requireTaste().newRows().basis()).isSameAs(before);
    MODEL.database().run("MATCH (:Movie {id: 'm1'})<-[old:DIRECTED]-() DELETE old");
    assertThat(MODEL.live().requireTaste().newRows().basis()).isNotSameAs(before);
  }
}
