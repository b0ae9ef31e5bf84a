package org.metarec.graph.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.metarec.triple.Relation.Kind.INTERACTION;
import static org.metarec.triple.Relation.Kind.ITEM_FEATURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.discovery.SchemaDiscovery;
import org.metarec.graph.node.NodeIdSet;
import org.metarec.model.rating.RatingScale;
import org.metarec.path.Links;
import org.metarec.path.PathRelation;
import org.metarec.testing.Impatient;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.triple.Progress;
import org.metarec.triple.Relation;

class GraphReaderIT extends GraphReading {

  @Test
  void theTinyGraphIsReadWhole() {
    TinyMovieGraph.create(DATABASE.service());
    TrainingGraph graph = read();
    assertThat(graph.vocabulary().itemCount()).isEqualTo(12);
    assertThat(graph.vocabulary().userCount()).isEqualTo(8);
    assertThat(graph.vocabulary().nodeCount()).isEqualTo(12 + 8 + 12 + 3);
    assertThat(graph.relations())
        .extracting(Relation::name)
        .containsExactly("ACTED_IN", "DIRECTED", "IN_GENRE", "CLICKED");
    assertThat(graph.triples().size()).isEqualTo(15 + 12 + 14 + 27);
    assertThat(history(graph, 0)).containsExactly("Heat", "Casino", "Alien");
    assertThat(history(graph, 3)).as("Hal has no clicks").isEmpty();
    assertThat(ratings(graph, 0)).containsOnly(Float.NaN);
    assertThat(graph.ratings()).isEqualTo(RatingScale.NONE);
    assertThat(graph.userFeatures().values())
        .containsExactly("ageGroup=18-24", "ageGroup=25-34", "ageGroup=35-44");
    assertThat(graph.userFeatures().of(1)).containsExactly(1);
    assertThat(graph.itemTimes().year(0)).isEqualTo(1981f);
    assertThat(graph.skipped()).isEmpty();
  }

  @Test
  void idsFollowTheKeysWhateverTheOrderOfCreation() {
    DATABASE.run(
        """
        CREATE (b:Item {id: 'b', name: 'b'}), (two:Item {id: 10, name: 'ten'}),
          (a:Item {id: 'a', name: 'a'}), (one:Item {id: 9, name: 'nine'}),
          (eva:User {name: 'Eva'}), (ada:User {name: 'Ada'}), (z:Zone {name: 'A'}),
          (y:Area {name: 'B'}), (eva)-[:CLICKED]->(a), (ada)-[:CLICKED]->(b),
          (one)-[:LIES_IN]->(z), (two)-[:LIES_IN]->(y)
        """,
        "CREATE CONSTRAINT FOR (item:Item) REQUIRE item.id IS UNIQUE");
    TrainingGraph graph = read();
    assertThat(IntStream.range(0, graph.vocabulary().nodeCount()).mapToObj(i -> name(graph, i)))
        .containsExactly("nine", "ten", "a", "b", "Ada", "Eva", "B", "A");
  }

  @Test
  void theCallerCanEndItWhileNodesAreSorted() {
    TinyMovieGraph.create(DATABASE.service());
    KeyedLabel movie = new KeyedLabel("Movie", Optional.of("id"));
    DATABASE.inspect(
        tx -> {
          NodeIdSet films = NodeIdSet.withLabel(tx, "Movie", Progress.NONE);
          Progress untilAllAreRead = new Impatient(films.size());
          assertThatThrownBy(() -> NodeOrder.of(tx, films, film -> movie, untilAllAreRead))
              .isInstanceOf(CancellationException.class);
        });
  }

  @Test
  void relationsKeepTheirDirectionAndParallelOnesAreOneTriple() {
    DATABASE.run(
        """
        CREATE (tea:Item {name: 'tea'}), (mug:Item {name: 'mug'}), (eva:User {name: 'Eva'}),
          (india:Land {name: 'India'}), (anna:Maker {name: 'Anna'}), (far:Land {name: 'Far'}),
          (eva)-[:CLICKED]->(tea), (tea)-[:FROM]->(india), (tea)-[:FROM]->(india),
          (anna)-[:MADE]->(mug), (mug)-[:GOES_WITH]->(tea), (mug)-[:GOES_WITH]->(mug),
          (india)-[:FROM]->(far)
        """);
    TrainingGraph graph = read();
    assertThat(triples(graph))
        .containsExactly(
            "tea FROM India",
            "mug GOES_WITH mug",
            "mug GOES_WITH tea",
            "Anna MADE mug",
            "Eva CLICKED tea");
    PathRelation from = graph.paths().relation(0);
    assertThat(degrees(from.attributes())).as("mug sorts before tea").containsExactly(0, 1);
    assertThat(name(graph, 2 + from.attributes().target(0))).isEqualTo("India");
    PathRelation goesWith = graph.paths().relation(1);
    assertThat(degrees(goesWith.direct().outgoing()))
        .as("mug goes with tea, not with itself")
        .containsExactly(1, 0);
    assertThat(degrees(goesWith.direct().incoming())).containsExactly(0, 1);
    PathRelation made = graph.paths().relation(2);
    assertThat(made.attributes().degree(0)).as("mug sorts before tea").isEqualTo(1);
  }

  /** What a relation links the three items with, each with one value. */
  private static IntStream values(TrainingGraph graph, int relation) {
    int first = graph.vocabulary().nodeCount() - graph.vocabulary().itemCount();
    return IntStream.range(0, 3)
        .map(graph.paths().relation(relation).attributes()::target)
        .map(value -> value - first);
  }

  /** How many links each row has. */
  private static int[] degrees(Links links) {
    return IntStream.range(0, links.sourceCount()).map(links::degree).toArray();
  }

  @Test
  void featuresOfItemsAreRelationsToTheirValues() {
    DATABASE.run(
        """
        CREATE (eva:User {name: 'Eva'}), (a:Item {name: 'a', colour: 'red', size: 1}),
          (b:Item {name: 'b', colour: 'blue', size: 2}), (:Item {name: 'c', colour: 'red', size: 1}),
          (eva)-[:CLICKED]->(a), (eva)-[:CLICKED]->(b)
        """);
    TrainingGraph graph = read();
    List<String> values = List.of("colour=blue", "colour=red", "size=1", "size=2");
    assertThat(graph.featureValues()).isEqualTo(values);
    assertThat(triples(graph))
        .containsExactlyInAnyOrder(
            "a colour colour=red",
            "b colour colour=blue",
            "c colour colour=red",
            "a size size=1",
            "b size size=2",
            "c size size=1",
            "Eva CLICKED a",
            "Eva CLICKED b");
    assertThat(graph.relations().stream().map(Relation::kind))
        .containsExactly(ITEM_FEATURE, ITEM_FEATURE, INTERACTION);
    assertThat(graph.paths().nodeRelations()).isZero();
    assertThat(values(graph, 0)).as("a is red, b blue").containsExactly(1, 0, 1);
    assertThat(values(graph, 1)).containsExactly(2, 3, 2);
  }

  @Test
  void whatIsBothUserAndItemIsAnItem() {
    DATABASE.run(
        """
        CREATE (eva:User {name: 'Eva'}), (bot:User:Item {name: 'bot'}), (a:Item {name: 'a'}),
          (eva)-[:CLICKED]->(bot), (bot)-[:CLICKED]->(a)
        """);
    TrainingGraph graph = read();
    assertThat(graph.vocabulary().userCount()).isEqualTo(1);
    assertThat(graph.interactions().size()).isEqualTo(1);
    assertThat(graph.skipped())
        .isEqualTo(Map.of("CLICKED does not lead from a user to an item", 1L));
  }

  @Test
  void relationsAloneAreReadWithoutUsersAndItems() {
    DATABASE.run(
        "CREATE (:City {name: 'Ulm'})-[:IN]->(:Land {name: 'D'})-[:IN]->(:Part {name: 'E'})");
    TrainingGraph graph = read();
    assertThat(graph.vocabulary().itemCount()).isZero();
    assertThat(triples(graph)).containsExactly("Ulm IN D", "D IN E");
    assertThat(graph.interactions().userCount()).isZero();
  }

  @Test
  void whatIsDeletedWhileItIsReadIsLeftOut() {
    TinyMovieGraph.create(DATABASE.service());
    Progress deleting =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {
            if (stage.equals("reading keys")) {
              DATABASE.run(
                  "MATCH (n) WHERE n.title = 'Heat' OR n.id IN ['u8', 'p1'] DETACH DELETE n");
            }
          }

          @Override
          public void checkRunning() {}
        };
    TrainingGraph graph =
        DATABASE.read(
            tx ->
                GraphReader.read(
                    tx, SchemaDiscovery.of(tx, SchemaConfig.NONE, Progress.NONE), deleting));
    assertThat(graph.vocabulary().nodeCount()).isEqualTo(35 - 3);
    assertThat(triples(graph)).noneMatch(triple -> triple.matches(".*(Heat|Mann|Ned).*"));
    assertThat(graph.triples().size()).isEqualTo(13 + 8 + 13 + 19);
  }

  @Test
  void readingTellsWhereItIsAndStopsWhenAsked() {
    TinyMovieGraph.create(DATABASE.service());
    List<String> stages = new ArrayList<>();
    Progress impatient =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {
            stages.add(stage);
          }

          @Override
          public void checkRunning() {
            if (stages.contains("reading interactions")) {
              throw new IllegalStateException("enough");
            }
          }
        };
    assertThatThrownBy(
            () ->
                DATABASE.read(
                    tx ->
                        GraphReader.read(
                            tx, SchemaDiscovery.of(tx, SchemaConfig.NONE, impatient), impatient)))
        .hasMessage("enough");
    assertThat(stages)
        .containsExactly(
            "reading ACTED_IN", "reading DIRECTED", "reading IN_GENRE", "reading interactions");
  }
}
