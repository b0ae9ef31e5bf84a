package org.metarec.graph.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.triple.time.ItemArrivals;

class InteractionReaderIT extends GraphReading {

  @Test
  void interactionsAreOrderedByTimeThenItemAndTheLastOfSeveralCounts() {
    DATABASE.run(
        """
        CREATE (eva:User {name: 'Eva'}), (a:Item {name: 'a'}), (b:Item {name: 'b'}),
          (c:Item {name: 'c'}), (d:Item {name: 'd'}),
          (eva)-[:RATED {at: 5, rating: 1}]->(a), (eva)-[:RATED {at: 3, rating: 2}]->(c),
          (eva)-[:RATED {at: 3, rating: 3}]->(b), (eva)-[:RATED {rating: 4}]->(d),
          (eva)-[:RATED {at: 1, rating: 5}]->(a)
        """);
    TrainingGraph graph = read();
    assertThat(history(graph, 0)).containsExactly("d", "b", "c", "a");
    assertThat(ratings(graph, 0)).as("1 to 4 as 1 to 5").containsExactly(5f, 11 / 3f, 7 / 3f, 1f);
    assertThat(graph.ratings().lowest()).isEqualTo(1);
    assertThat(graph.ratings().highest()).isEqualTo(4);
    assertThat(graph.ratings().mean()).isEqualTo(3);
    assertThat(graph.ratings().steps()).isEqualTo(3);
    assertThat(triples(graph)).hasSize(4);
    assertThat(graph.skipped())
        .isEqualTo(Map.of("at of RATED is missing; it counts without a time", 1L));
    ItemArrivals arrivals = graph.interactions().arrivals();
    assertThat(arrivals.moment(0)).as("the first of two with a").isEqualTo(1);
    assertThat(arrivals.exposure(0)).as("all but d's, which has no time").isEqualTo(4 / 5.0);
    assertThat(arrivals.exposure(3)).isEqualTo(1);
  }

  @Test
  void aTypeWithoutTimesDoesNotSayWhenAnItemCame() {
    DATABASE.run(
        """
        CREATE (eva:User {name: 'Eva'}), (a:Item {name: 'a'}), (b:Item {name: 'b'}),
          (eva)-[:VIEWED {at: 1}]->(a), (eva)-[:VIEWED {at: 2}]->(b), (eva)-[:BOUGHT]->(b)
        """);
    TrainingGraph graph =
        read(new SchemaConfig(Map.of(SchemaRole.INTERACTION, List.of("VIEWED", "BOUGHT"))));
    ItemArrivals arrivals = graph.interactions().arrivals();
    assertThat(arrivals.moment(1)).isEqualTo(2);
    assertThat(arrivals.exposure(1)).isEqualTo(1 / 2.0);
  }

  @Test
  void aTimeThatAllOfATypeShareIsNone() {
    DATABASE.run(
        """
        CREATE (eva:User {name: 'Eva'}), (a:Item {name: 'a'}), (b:Item {name: 'b'}),
          (eva)-[:BOUGHT {at: 9}]->(a), (eva)-[:BOUGHT {at: 9}]->(b), (eva)-[:BOUGHT]->(a),
          (eva)-[:VIEWED {at: 2}]->(b), (eva)-[:VIEWED {at: 1}]->(a)
        """);
    TrainingGraph imported =
        read(new SchemaConfig(Map.of(SchemaRole.INTERACTION, List.of("BOUGHT"))));
    assertThat(imported.interactions().isInTime()).isFalse();
    assertThat(imported.skipped())
        .containsEntry("at of BOUGHT is always the same; it counts without a time", 2L);

    TrainingGraph both =
        read(new SchemaConfig(Map.of(SchemaRole.INTERACTION, List.of("VIEWED", "BOUGHT"))));
    assertThat(history(both, 0)).containsExactly("a", "b");
    assertThat(both.interactions().arrivals().moment(1)).isEqualTo(2);
    assertThat(both.sharedMoments()).isEqualTo(Map.of("BOUGHT", 9.0));
  }

  @Test
  void equalRatingsAreClicks() {
    DATABASE.run(
        """
        CREATE (eva:User {name: 'Eva'}), (eva)-[:RATED {rating: 4}]->(:Item {name: 'a'}),
          (eva)-[:RATED {rating: 4}]->(:Item {name: 'b'})
        """);
    TrainingGraph graph = read();
    assertThat(ratings(graph, 0)).containsExactly(Float.NaN, Float.NaN);
    assertThat(graph.ratings().exists()).isFalse();
  }

  @Test
  void whatIsNoRatingOrTimeIsCountedAndTheInteractionStays() {
    DATABASE.run(
        """
        CREATE (eva:User {name: 'Eva'}), (a:Item {name: 'a', year: 1}),
          (b:Item {name: 'b', year: 'old'}), (c:Item {name: 'c'}), (d:Item {name: 'd', year: 2}),
          (e:Item {name: 'e', year: date('1995-07-02')}), (f:Item {name: 'f', year: 1.0 / 0.0}),
          (eva)-[:RATED {rating: 1, at: 1}]->(a), (eva)-[:RATED {rating: 2, at: 'x'}]->(b),
          (eva)-[:RATED {rating: 'good', at: 2}]->(c), (eva)-[:RATED {at: 3}]->(d),
          (eva)-[:RATED {rating: 0.0 / 0.0, at: 0.0 / 0.0}]->(e),
          (eva)-[:RATED {rating: 1.0 / 0.0, at: duration('P1D')}]->(f)
        """);
    TrainingGraph graph = read();
    assertThat(history(graph, 0)).containsExactly("b", "e", "f", "a", "c", "d");
    assertThat(ratings(graph, 0))
        .containsExactly(5f, Float.NaN, Float.NaN, 1f, Float.NaN, Float.NaN);
    assertThat(graph.skipped())
        .isEqualTo(
            Map.of(
                "rating of RATED is not a number", 3L,
                "rating of RATED is missing; it counts as a click", 1L,
                "at of RATED is not a time", 3L,
                "year of Item is not a time", 2L,
                "year of Item is missing; it counts without a time", 1L));
    assertThat(graph.itemTimes().year(4)).isEqualTo(1995 + 182 / 365f);
    assertThat(graph.itemTimes().year(1)).isNaN();
  }
}
