package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.GraphChanges;
import org.metarec.graph.live.ModelCatalog;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.live.model.RatedNodes;
import org.metarec.graph.store.ModelStore;
import org.metarec.graph.store.NodePart;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Guests who rate dry wines 5 or 4 and sweet ones 2 or 1; which a wine is, is a property. */
class RatedFeaturesIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeAll
  static void train() {
    DATABASE.clear();
    DATABASE.rows("CREATE CONSTRAINT FOR (guest:Guest) REQUIRE guest.id IS UNIQUE");
    DATABASE.rows(
        """
        UNWIND range(0, 39) AS number
        CREATE (:Wine {title: 'wine ' + number, style: ['dry', 'sweet'][number % 2]})
        """);
    DATABASE.rows(
        """
        UNWIND range(0, 59) AS number CREATE (guest:Guest {id: 'g' + number})
        WITH guest, number MATCH (wine:Wine) WITH guest, number, wine
        ORDER BY (number * 7 + toInteger(substring(wine.title, 5)) * 11) % 41
        WITH guest, number, collect(wine)[..8] AS wines UNWIND wines AS wine
        CREATE (guest)-[:RATED {stars: CASE wine.style WHEN 'dry' THEN 4 ELSE 1 END + number % 2}]->(wine)
        """);
    DATABASE.rows("CALL metarec.train({epochs: 3, embeddingDimension: 8})");
  }

  private static double stars(String title) {
    return Double.parseDouble(
        DATABASE
            .texts(
                "CALL metarec.score('g1', ['%s']) YIELD rating RETURN toString(rating)"
                    .formatted(title))
            .get(0));
  }

  @Test
  void aWineThatNobodyRatedIsExpectedToDoAsOthersOfItsStyle() {
    DATABASE.rows(
        "CREATE (:Wine {title: 'a', style: 'dry'}), (:Wine {title: 'b', style: 'sweet'})");

    assertThat(stars("a")).isGreaterThan(4);
    assertThat(stars("b")).isLessThan(3);
    DATABASE.rows("MATCH (wine:Wine {title: 'b'}) SET wine.style = 'dry'");
    assertThat(stars("b")).isEqualTo(stars("a"));
    DATABASE.rows("MATCH (wine:Wine) WHERE wine.title IN ['a', 'b'] DELETE wine");
  }

  @Test
  void aWineThatWasNoneWhenAllWereReadIsRatedAsTheTrainingKnewIt() {
    GraphDatabaseService graph = DATABASE.graph();
    ModelStore store = new ModelStore(graph, Clock.systemUTC());
    ModelCatalog restarted = new ModelCatalog(graph, store, new GraphChanges());
    DATABASE.rows("MATCH (wine:Wine {title: 'wine 2'}) REMOVE wine:Wine SET wine:Cellar");
    try (Transaction tx = graph.beginTx()) {
      LiveModel live = restarted.live(tx, "metarec");
      Node wine = tx.findNodes(Label.label("Cellar")).next();

      assertThat(new RatedNodes(tx, live).row(wine))
          .isEqualTo(live.model().row(wine, NodePart.RATING).orElseThrow());
    }
    DATABASE.rows("MATCH (wine:Cellar) REMOVE wine:Cellar SET wine:Wine");
  }

  @Test
  void aRowThatSomebodyOverwroteIsToldOfAndOneThatIsGoneIsExpected() {
    double before = stars("wine 0");
    DATABASE.rows("MATCH (wine:Wine {title: 'wine 0'}) SET wine.rotate_rating_a = 'none'");

    assertThatThrownBy(() -> stars("wine 0"))
        .hasMessageContaining("has a value of type String in 'rotate_rating_a' of node")
        .hasMessageContaining("expected float[]");
    DATABASE.rows("MATCH (wine:Wine {title: 'wine 0'}) REMOVE wine.rotate_rating_a");
    assertThat(stars("wine 0")).isGreaterThan(4).isNotEqualTo(before);
  }
}
