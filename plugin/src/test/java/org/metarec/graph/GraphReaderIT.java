package org.metarec.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.model.RatingScale;
import org.metarec.path.PathRelation;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.triple.Progress;
import org.metarec.triple.Relation;
import org.metarec.triple.Triples;

class GraphReaderIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private static TrainingGraph read() {
    return DATABASE.read(
        tx ->
            GraphReader.read(
                tx, GraphSchema.discover(tx, SchemaConfig.NONE, Progress.NONE), Progress.NONE));
  }

  /** What an entity is called in these graphs: its title, name or id, or the feature's value. */
  private static String name(TrainingGraph graph, int entity) {
    int nodes = graph.vocabulary().nodeCount();
    return entity >= nodes
        ? graph.featureValues().get(entity - nodes)
        : DATABASE.read(
            tx -> {
              var node = NodeIds.find(tx, graph.vocabulary().nodeId(entity)).orElseThrow();
              return String.valueOf(
                  node.getProperty("title", node.getProperty("name", node.getProperty("id", "?"))));
            });
  }

  /** Names of the items that a user interacted with, oldest first. */
  private static List<String> history(TrainingGraph graph, int user) {
    return IntStream.range(0, graph.interactions().size(user))
        .mapToObj(position -> name(graph, graph.interactions().item(user, position)))
        .toList();
  }

  private static List<Float> ratings(TrainingGraph graph, int user) {
    return IntStream.range(0, graph.interactions().size(user))
        .mapToObj(position -> graph.interactions().rating(user, position))
        .toList();
  }

  /** "head RELATION tail" of each triple. */
  private static List<String> triples(TrainingGraph graph) {
    Triples triples = graph.triples();
    return IntStream.range(0, triples.size())
        .mapToObj(
            triple ->
                String.join(
                    " ",
                    name(graph, triples.head(triple)),
                    graph.relations().get(triples.relation(triple)).name(),
                    name(graph, triples.tail(triple))))
        .toList();
  }

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
    assertThat(from.attributes().size()).isEqualTo(1);
    assertThat(name(graph, 2 + from.attributes().target(0))).isEqualTo("India");
    PathRelation goesWith = graph.paths().relation(1);
    assertThat(goesWith.direct().size()).as("both ways, not with itself").isEqualTo(2);
    PathRelation made = graph.paths().relation(2);
    assertThat(made.attributes().degree(0)).as("mug sorts before tea").isEqualTo(1);
  }

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
    assertThat(triples(graph)).hasSize(4);
    assertThat(graph.skipped()).isEqualTo(Map.of("at of RATED is missing", 1L));
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
                "rating of RATED is missing", 1L,
                "at of RATED is not a time", 3L,
                "year of Item is not a time", 2L,
                "year of Item is missing", 1L));
    assertThat(graph.itemTimes().year(4)).isEqualTo(1995 + 182 / 365f);
    assertThat(graph.itemTimes().year(1)).isNaN();
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
    assertThat(graph.featureValues())
        .containsExactly("colour=blue", "colour=red", "size=1", "size=2");
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
    assertThat(graph.relations())
        .extracting(Relation::kind)
        .containsExactly(
            Relation.Kind.ITEM_FEATURE, Relation.Kind.ITEM_FEATURE, Relation.Kind.INTERACTION);
    assertThat(graph.paths().relationCount()).isZero();
  }

  @Test
  void aGivenFeatureMayBeAList() {
    DATABASE.run("CREATE (:User {name: 'Eva', tags: ['b', 'a', 'b']}), (:User {name: 'Max'})");
    long[] users = DATABASE.read(tx -> tx.getAllNodes().stream().mapToLong(NodeIds::of).toArray());
    var features =
        DATABASE.read(tx -> FeatureReader.read(tx, users, List.of("tags"), Progress.NONE));
    assertThat(features.values()).containsExactly("tags=a", "tags=b");
    assertThat(features.of(0)).containsExactly(0, 1);
    assertThat(features.of(1)).isEmpty();
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
                    tx, GraphSchema.discover(tx, SchemaConfig.NONE, Progress.NONE), deleting));
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
                            tx, GraphSchema.discover(tx, SchemaConfig.NONE, impatient), impatient)))
        .hasMessage("enough");
    assertThat(stages)
        .containsExactly(
            "reading ACTED_IN", "reading DIRECTED", "reading IN_GENRE", "reading interactions");
  }
}
