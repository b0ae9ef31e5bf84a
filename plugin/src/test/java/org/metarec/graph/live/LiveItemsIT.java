package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.node.ValueIds;
import org.metarec.graph.reading.GraphReader;
import org.metarec.graph.reading.TrainingGraph;
import org.metarec.graph.store.Publication;
import org.metarec.meta.item.ContentVector;
import org.metarec.meta.item.NewItemRows;
import org.metarec.model.RelationBlocks;
import org.metarec.model.TrainedModel;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.path.DirectLinks;
import org.metarec.path.Links;
import org.metarec.path.PathRelation;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyModel;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.triple.Progress;
import org.metarec.triple.id.Vocabulary;

class LiveItemsIT {
  private static final int ACTED_IN = 0;
  private static final int DIRECTED = 1;
  private static final int COUNTRY = 3;
  private static final String NEW_FILM =
      """
      MATCH (mann:Person {id: 'p1'})
      CREATE (film:Movie {id: 'm0', year: 2000, country: 'US'})<-[:DIRECTED]-(mann),
        (film)<-[:ACTED_IN]-(:Person {id: 'p99'})
      """;

  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static final EmptyDatabase DATABASE = MODEL.database();

  private static LiveModel live() {
    return MODEL.live();
  }

  @Test
  void trainedItemsHaveTheRowsOfTheTraining() {
    LiveModel live = live();

    assertThat(live.requireServing().itemCount()).isEqualTo(12);
    for (int item = 0; item < 12; item++) {
      assertThat(live.requireServing().taste().items().row(item))
          .isEqualTo(MODEL.publication().model().taste().orElseThrow().model().items().row(item));
      assertThat(live.itemId(item)).isEqualTo(MODEL.publication().vocabulary().nodeId(item));
    }
  }

  @Test
  void clicksFadeAsTheModelSays() {
    Prior prior = MODEL.publication().model().taste().orElseThrow().model().prior();
    float[] retention = prior.part(PriorPart.PATH_RETENTION);

    assertThat(retention).hasSize(12);
    for (int feature = 0; feature < retention.length; feature++) {
      assertThat(live().requireServing().paths().retention(feature)).isEqualTo(retention[feature]);
    }
  }

  @Test
  void itemsAndTheirLinksAreThoseThatTrainingReads() {
    LiveModel live = live();
    TrainingGraph training =
        DATABASE.read(tx -> GraphReader.read(tx, TinyModel.SCHEMA, Progress.NONE));
    for (int item = 0; item < 12; item++) {
      assertThat(live.itemId(item)).isEqualTo(training.vocabulary().nodeId(item));
      for (int relation = 0; relation < 4; relation++) {
        PathRelation now = live.requireServing().paths().relation(relation);
        PathRelation then = training.paths().relation(relation);
        assertThat(nodes(now, item, live::attributeId))
            .isEqualTo(nodes(then, item, attribute -> id(training.vocabulary(), 12 + attribute)));
        assertThat(now.norm(item)).isCloseTo(then.norm(item), within(1e-6f));
      }
    }
  }

  private static long id(Vocabulary vocabulary, int entity) {
    int value = entity - vocabulary.nodeCount();
    return value < 0 ? vocabulary.nodeId(entity) : ValueIds.of(value);
  }

  /** Each node or value that a relation links an item with, and the relationship that does. */
  private static Map<Long, Long> nodes(
      PathRelation relation, int item, IntToLongFunction attributeId) {
    Links links = relation.attributes();
    Map<Long, Long> nodes = new TreeMap<>();
    for (int link = links.from(item); link < links.to(item); link++) {
      nodes.put(attributeId.applyAsLong(links.target(link)), links.handle(link));
    }
    return nodes;
  }

  @Test
  void filmsThatAreLinkedWithEachOtherAreLinkedDirectly() {
    live();
    DATABASE.run("MATCH (a:Movie {id: 'm8'}), (b:Movie {id: 'm11'}) CREATE (b)-[:DIRECTED]->(a)");

    int m8 = MODEL.item(live(), "m8");
    int m11 = MODEL.item(live(), "m11");
    DirectLinks direct = live().requireServing().paths().relation(DIRECTED).direct();
    assertThat(direct.outgoing().find(m11, m8)).isNotNegative();
    assertThat(direct.outgoing().find(m8, m11)).isNegative();
    assertThat(direct.incoming().find(m8, m11)).isNotNegative();
    assertThat(direct.incoming().find(m11, m8)).isNegative();
  }

  @Test
  void itemsAreLinkedAsInTheGraph() {
    assertThat(sharing(live(), DIRECTED, "m1")).containsExactly("m1", "m12", "m2", "m3");
    assertThat(sharing(live(), ACTED_IN, "m12")).containsExactly("m12", "m9");
  }

  /** Films that share an attribute with a film. */
  private Set<String> sharing(LiveModel live, int relation, String id) {
    Links links = live.requireServing().paths().relation(relation).attributes();
    Set<Integer> own = targets(links, MODEL.item(live, id));
    return IntStream.range(0, live.requireServing().itemCount())
        .filter(other -> !Collections.disjoint(own, targets(links, other)))
        .mapToObj(other -> film(live, other))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Integer> targets(Links links, int item) {
    return IntStream.range(links.from(item), links.to(item))
        .map(links::target)
        .boxed()
        .collect(Collectors.toSet());
  }

  private String film(LiveModel live, int item) {
    return DATABASE.read(tx -> (String) live.node(tx, item).orElseThrow().getProperty("id"));
  }

  @Test
  void aNewItemComesLastWithARowFromWhatItIsRelatedTo() {
    live();
    DATABASE.run(NEW_FILM);
    LiveModel live = live();

    assertThat(MODEL.item(live, "m0")).isEqualTo(12);
    assertThat(sharing(live, DIRECTED, "m0")).contains("m0", "m1", "m2");
    Prior prior = MODEL.publication().model().taste().orElseThrow().model().prior();
    ItemTable items = live.requireServing().taste().items();
    float[] expected =
        new NewItemRows(prior, items, live.requireServing().paths()).of(12, content(), 2000);
    assertThat(items.row(12)).isEqualTo(expected);
    assertThat(live.requireServing().taste().items().isNew(12)).isTrue();
  }

  /** What director and country add. */
  private static float[] content() {
    Publication publication = MODEL.publication();
    int director =
        DATABASE.read(tx -> TinyModel.entity(publication, TinyMovieGraph.node(tx, "p1")));
    TrainedModel model = publication.model();
    int country = model.firstValue() + model.featureValues().indexOf("country=US");
    ContentVector content = new ContentVector(TinyModel.WIDTH);
    content.add(DIRECTED, block(model, director, DIRECTED));
    content.add(COUNTRY, block(model, country, COUNTRY));
    return content.values();
  }

  private static float[] block(TrainedModel model, int entity, int relation) {
    float[] row = model.taste().orElseThrow().attributes().row(entity).orElseThrow();
    return RelationBlocks.block(row, relation, TinyModel.WIDTH + 1).orElseThrow();
  }

  @Test
  void aDeletedItemVanishes() {
    live();
    DATABASE.run("MATCH (film:Movie {id: 'm1'}) DETACH DELETE film");

    LiveModel live = live();
    assertThat(live.requireServing().gone()).hasSize(1);
    assertThat(live.requireServing().taste().items().itemCount()).isEqualTo(12);
    assertThat(sharing(live, DIRECTED, "m2")).containsExactly("m12", "m2", "m3");
    assertThat(live.requireServing().taste().items().row(MODEL.item(live, "m2")))
        .isEqualTo(MODEL.publication().model().taste().orElseThrow().model().items().row(4));
  }

  @Test
  void relationsAreThoseOfNow() {
    live();
    DATABASE.run(
        """
        MATCH (:Person {id: 'p1'})-[old:DIRECTED]->(heat:Movie {id: 'm2'}), (scott:Person {id: 'p3'})
        DELETE old CREATE (scott)-[:DIRECTED]->(heat)
        """);

    assertThat(sharing(live(), DIRECTED, "m2")).contains("m7").doesNotContain("m1");
  }

  @Test
  void whatChangesNoItemRebuildsNothing() {
    LiveModel before = live();
    DATABASE.run("MATCH (u:User {id: 'u4'}), (m:Movie {id: 'm1'}) CREATE (u)-[:CLICKED]->(m)");
    DATABASE.run("CREATE (:User {id: 'u99', year: 1}), (:Country {id: 'x'})");
    DATABASE.run("MATCH (u:User {id: 'u4'}) SET u.rotate_weights = [1.0]");
    DATABASE.run("MATCH (m:Movie {id: 'm1'}) SET m.title = 'Violent Streets'");

    assertThat(live()).isSameAs(before);
  }

  @Test
  void aYearSetLaterCounts() {
    DATABASE.run(NEW_FILM);
    float[] before = live().requireServing().taste().items().row(12);
    DATABASE.run("MATCH (film:Movie {id: 'm0'}) SET film.year = 1950");

    assertThat(live().requireServing().taste().items().row(12)).isNotEqualTo(before);
  }

  @Test
  void withoutTheListenerAReloadIsRightAgain() {
    ModelCatalog catalog = MODEL.freshCatalog();
    LiveModel before = DATABASE.read(tx -> catalog.live(tx, "metarec"));
    DATABASE.run(NEW_FILM);
    LiveModel same = DATABASE.read(tx -> catalog.live(tx, "metarec"));
    assertThat(same).isSameAs(before);

    MODEL.publish(2);
    LiveModel now = DATABASE.read(tx -> catalog.live(tx, "metarec"));
    assertThat(now.requireServing().itemCount()).isEqualTo(13);
  }
}
