package org.metarec.graph.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.KnownGraphs;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.triple.Progress;

/** What is found without any config. */
class FoundSchemaIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private static GraphSchema found() {
    return DATABASE.read(tx -> SchemaDiscovery.of(tx, SchemaConfig.NONE, Progress.NONE));
  }

  /** "role name count" of each row. */
  private static List<String> words(GraphSchema schema) {
    return schema.rows().stream()
        .map(row -> row.role().word() + " " + row.name().orElse("-") + " " + row.count())
        .toList();
  }

  private static String detail(GraphSchema schema, SchemaRole role) {
    return schema.rows().stream()
        .filter(row -> row.role() == role)
        .map(SchemaRow::detail)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theRolesInNeo4jsOwnExampleAreFound() {
    KnownGraphs.createRecommendations(DATABASE.service());
    GraphSchema schema = found();
    assertThat(words(schema))
        .containsExactly(
            "interaction RATED 318",
            "user User 150",
            "item Movie 120",
            "relation ACTED_IN 144",
            "relation DIRECTED 84",
            "relation IN_GENRE 180",
            "userKey userId 150",
            "itemKey movieId 120",
            "time timestamp 318",
            "rating rating 318",
            "itemTime year 120");
    assertThat(detail(schema, SchemaRole.ITEM_KEY)).isEqualTo("uniqueness constraint");
    assertThat(detail(schema, SchemaRole.RELATION))
        .isEqualTo("has a node Movie at an end, the others mostly Person by tmdbId");
  }

  @Test
  void theRolesOfBooksWithoutAnyConstraintAreFound() {
    KnownGraphs.createBooks(DATABASE.service());
    GraphSchema schema = found();
    assertThat(words(schema))
        .containsExactly(
            "interaction RATED 3",
            "user Reader 2",
            "item Book 3",
            "relation PUBLISHED_BY 3",
            "relation WRITTEN_BY 3",
            "userKey name 2",
            "itemKey title 3");
    assertThat(detail(schema, SchemaRole.ITEM_KEY))
        .isEqualTo("no uniqueness constraint on Book, every node has it");
  }

  @Test
  void nodesThatNoKeyTellsApartAreCounted() {
    DATABASE.run(
        """
        CREATE (:Reader)-[:BOUGHT]->(:Book {title: 'Faust'})-[:ABOUT]->(:Topic {name: 'Devil'}),
          (:Reader)-[:BOUGHT]->(book:Book {title: 'Faust'})-[:ABOUT]->(:Topic {name: 'Devil'}),
          (book)-[:ABOUT]->(:Topic {name: 'Devil'})
        """);
    GraphSchema schema = found();
    assertThat(detail(schema, SchemaRole.USER_KEY))
        .isEqualTo(
            "no uniqueness constraint on Reader, and not every node has one of name, title; set"
                + " userKey; 2 without a key or with the key of another: reproducible on this"
                + " store only");
    assertThat(detail(schema, SchemaRole.ITEM_KEY))
        .as("both, and three of three")
        .endsWith("; 2 without a key or with the key of another: reproducible on this store only");
    assertThat(detail(schema, SchemaRole.RELATION))
        .endsWith("; 3 without a key or with the key of another: reproducible on this store only");
    assertThat(schema.user()).contains(new KeyedLabel("Reader", Optional.empty()));
  }

  @Test
  void theConstraintOfAnotherLabelThatAllUsersBearGivesTheirKey() {
    DATABASE.run(
        "CREATE CONSTRAINT FOR (p:Person) REQUIRE p.pid IS UNIQUE",
        "CREATE CONSTRAINT FOR (p:Critic) REQUIRE p.code IS UNIQUE",
        """
        CREATE (:Person:Listener {pid: 3, name: 'Eva'})-[:LISTENED]->(song:Song {name: 'One'}),
          (:Person:Listener:Critic {pid: 4, name: 'Max', code: 'M'})-[:LISTENED]->(song),
          (:Person {pid: 5})-[:SANG]->(song)
        """);
    GraphSchema schema = found();
    KeyedLabel listeners = schema.user().orElseThrow();

    assertThat(listeners)
        .as("before their name, and not what only one of them has")
        .isEqualTo(new KeyedLabel("Listener", Optional.of("pid")));
    assertThat(detail(schema, SchemaRole.USER_KEY))
        .isEqualTo("uniqueness constraint on Person, which every Listener is");
    assertThat(DATABASE.<Object>read(tx -> listeners.find(tx, 4).getProperty("name")))
        .isEqualTo("Max");
    assertThatThrownBy(() -> DATABASE.read(tx -> listeners.find(tx, 5)))
        .hasMessageContaining("no Listener has pid 5");
  }

  @Test
  void theFirstKnownTypeThatJoinsTwoLabelsIsTheInteraction() {
    DATABASE.run(
        """
        CREATE (eva:User {name: 'Eva'})-[:LIKED]->(max:User {name: 'Max'}),
          (eva)-[:BOUGHT]->(tea:Product {name: 'Tea'}), (max)-[:ORDERED]->(tea),
          (tea)-[:FROM]->(:Country {name: 'India'}), (eva)-[:LIVES_IN]->(:City {name: 'Ulm'})
        """);
    GraphSchema schema = found();
    assertThat(schema.interactionTypes()).containsExactly("BOUGHT");
    assertThat(schema.relationshipTypes())
        .as("LIKED and LIVES_IN touch no product")
        .containsExactly("FROM", "ORDERED");
  }

  @Test
  void aTypeThatComesMostlyFromUsersIsNoRelation() {
    DATABASE.run(
        """
        CREATE (eva:User {name: 'Eva'})-[:CLICKED]->(tea:Product {name: 'Tea'}),
          (max:User {name: 'Max'})-[:CLICKED]->(tea), (eva)-[:WISHED]->(tea),
          (max)-[:WISHED]->(tea), (:Shop {name: 'Corner'})-[:WISHED]->(tea)
        """);
    assertThat(found().relationshipTypes()).isEmpty();
  }

  @Test
  void labelsAreTheMostFrequentAndTiesAlphabetical() {
    DATABASE.run(
        """
        CREATE (:Member:Person {name: 'Eva'})-[:VIEWED]->(:Song:Thing {name: 'Song'}),
          (:Member:Person {name: 'Max'})-[:VIEWED]->(:Thing {name: 'Film'})
        """);
    GraphSchema schema = found();
    assertThat(schema.user().orElseThrow().label()).isEqualTo("Member");
    assertThat(detail(schema, SchemaRole.USER))
        .isEqualTo(
            "most frequent label at the start of VIEWED, as frequent as Person, but"
                + " alphabetically first; userLabel sets another");
    assertThat(schema.item().orElseThrow().label()).isEqualTo("Thing");
    assertThat(detail(schema, SchemaRole.ITEM))
        .isEqualTo("most frequent label at the end of VIEWED");
  }

  @Test
  void onlyValuesThatCanBeUsedMakeATimeARatingOrAFeature() {
    DATABASE.run(
        """
        CREATE (eva:User {id: 1, age: 1.5, group: 'a', vip: true, tags: ['x']}),
          (max:User {id: 2, age: 1.5, group: 'a', vip: false, tags: ['x']}),
          (ida:User {id: 3, age: 2.5, group: 'b', vip: true, tags: ['y']})
        CREATE (eva)-[:CLICKED {at: 'Monday', time: date('2026-01-01'), rating: 'good', stars: 4}]->
          (:Item {id: 1, released: date('2026-01-01'), year: 'old'})
        """);
    GraphSchema schema = found();
    assertThat(schema.timeProperty()).contains("time");
    assertThat(schema.ratingProperty()).contains("stars");
    assertThat(schema.userFeatures()).containsExactly("group", "vip");
    assertThat(schema.itemTimeProperty()).contains("released");
  }

  @Test
  void relationsAloneMakeEmbeddings() {
    DATABASE.run("CREATE (:City {name: 'Ulm'})-[:IN]->(:Country)-[:IN]->(:Continent)");
    GraphSchema schema = found();
    assertThat(words(schema)).containsExactly("relation IN 2");
    assertThat(detail(schema, SchemaRole.RELATION))
        .startsWith(
            "no interactions: every type is a relation; set interactionTypes; its nodes mostly ")
        .endsWith("2 without a key or with the key of another: reproducible on this store only");
    assertThat(schema.item()).isEmpty();
  }

  @Test
  void whyNothingIsAnInteractionIsTold() {
    DATABASE.run(
        """
        CREATE (eva:Resource:User {name: 'Eva'})-[:RATED]->(:Resource:Video {name: 'Tea'}),
          (eva)-[:LIKED]->(:Resource:User {name: 'Max'})
        """);
    GraphSchema schema = found();
    assertThat(schema.interactionTypes()).isEmpty();
    assertThat(detail(schema, SchemaRole.RELATION))
        .isEqualTo(
            "no interactions: LIKED leads mostly from Resource to Resource, RATED leads mostly"
                + " from Resource to Resource, so every type is a relation; set userLabel,"
                + " itemLabel or interactionTypes; its nodes mostly Resource by name");
  }

  @Test
  void whatBelongsToAModelIsIgnored() {
    TinyMovieGraph.create(DATABASE.service());
    List<String> before = words(found());
    DATABASE.run(
        "CREATE (:_MetarecModel {name: 'metarec', stems: ['rotate']})",
        "MATCH (node:User|Movie) SET node.rotate_a = [1.0], node.rotate_item_a = node.year % 2");
    assertThat(words(found())).isEqualTo(before);
  }

  @Test
  void aPropertyThatOnlyBeginsLikeAModelsIsTheGraphsOwn() {
    TinyMovieGraph.create(DATABASE.service());
    DATABASE.run(
        "CREATE (:_MetarecModel {name: 'metarec', stems: ['rotate']})",
        "MATCH (film:Movie) SET film.rotate_speed = film.year % 2");
    assertThat(words(found())).anyMatch(row -> row.startsWith("itemFeature rotate_speed"));
  }

  @Test
  void interactionsThatLeadElsewhereAreCounted() {
    DATABASE.run(
        """
        CREATE (eva:User), (eva)-[:CLICKED]->(:Song), (eva)-[:CLICKED]->(:Song),
          (eva)-[:CLICKED]->(:Song), (eva)-[:CLICKED]->(:Playlist), (:Bot)-[:CLICKED]->(:Playlist)
        """);
    assertThat(found().rows())
        .filteredOn(row -> row.role() == SchemaRole.INTERACTION)
        .singleElement()
        .extracting(SchemaRow::detail)
        .asString()
        .endsWith("; 2 or more are left out, which do not lead from a node User to a node Song");
  }
}
