package org.metarec.graph.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.metarec.graph.discovery.Discovered.interactions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.GraphMismatchException;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.testing.EmptyDatabase;

/** What a caller says goes before what is found. */
class GivenSchemaIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private static final Discovered DISCOVERED = new Discovered(DATABASE);

  @BeforeEach
  void aShopWithTwoOfEverything() {
    DATABASE.run(
        "CREATE CONSTRAINT FOR (user:User) REQUIRE user.id IS UNIQUE",
        "CREATE CONSTRAINT FOR (item:Item) REQUIRE item.id IS UNIQUE",
        """
        CREATE (eva:User:Member {id: 1, email: 'e@x', group: 'a', city: 'Ulm'}),
          (max:User:Member {id: 2, email: 'm@x', group: 'a', city: 'Bonn'}),
          (:User:Member {id: 3, email: 'i@x', group: 'b', city: 'Jena'}),
          (:Item:Product {id: 3, code: 'C', colour: 'red', price: 2.5}),
          (tea:Item:Product {id: 1, code: 'T', colour: 'green', price: 1.5, year: 2001, made: 1999}),
          (mug:Item:Product {id: 2, code: 'M', colour: 'green', price: 1.5, year: 2002, made: 1998}),
          (eva)-[:CLICKED {at: 1, seen: 2, rating: 3, points: 4}]->(tea),
          (eva)-[:LOVED {seen: 2, points: 4}]->(mug),
          (tea)-[:FROM]->(:Country {name: 'India'}), (mug)-[:LIKE]->(tea)
        """);
  }

  /** A config in which all is given. */
  private static SchemaConfig all() {
    return new SchemaConfig(
        Map.ofEntries(
            Map.entry(SchemaRole.INTERACTION, List.of("LOVED", "CLICKED")),
            Map.entry(SchemaRole.USER, List.of("User")),
            Map.entry(SchemaRole.ITEM, List.of("Product")),
            Map.entry(SchemaRole.TIME, List.of("seen")),
            Map.entry(SchemaRole.RATING, List.of("points")),
            Map.entry(SchemaRole.RELATION, List.of("LIKE")),
            Map.entry(SchemaRole.USER_KEY, List.of("email")),
            Map.entry(SchemaRole.ITEM_KEY, List.of("code")),
            Map.entry(SchemaRole.USER_FEATURE, List.of("city")),
            Map.entry(SchemaRole.ITEM_FEATURE, List.of("price")),
            Map.entry(SchemaRole.ITEM_TIME, List.of("made"))));
  }

  private static SchemaConfig wrong() {
    return new SchemaConfig(
        Map.ofEntries(
            Map.entry(SchemaRole.INTERACTION, List.of("LOVD")),
            Map.entry(SchemaRole.USER, List.of("Usr")),
            Map.entry(SchemaRole.ITEM, List.of("Prodct")),
            Map.entry(SchemaRole.TIME, List.of("sen")),
            Map.entry(SchemaRole.RATING, List.of("pints")),
            Map.entry(SchemaRole.RELATION, List.of("LIKED")),
            Map.entry(SchemaRole.USER_KEY, List.of("mail")),
            Map.entry(SchemaRole.ITEM_KEY, List.of("kode")),
            Map.entry(SchemaRole.USER_FEATURE, List.of("ctiy")),
            Map.entry(SchemaRole.ITEM_FEATURE, List.of("prize")),
            Map.entry(SchemaRole.ITEM_TIME, List.of("mad"))));
  }

  private static SchemaConfig relations(String... types) {
    return new SchemaConfig(
        Map.of(SchemaRole.RELATION, List.of(types), SchemaRole.USER_KEY, List.of("code")));
  }

  @Test
  void everyKeyOverridesWhatWouldBeFound() {
    GraphSchema found = DISCOVERED.by(SchemaConfig.NONE);
    GraphSchema given = DISCOVERED.by(all());
    assertThat(given.interactionTypes()).containsExactly("CLICKED", "LOVED");
    assertThat(given.user()).contains(new KeyedLabel("User", Optional.of("email")));
    assertThat(given.item()).contains(new KeyedLabel("Product", Optional.of("code")));
    assertThat(given.timeProperty()).contains("seen");
    assertThat(given.ratingProperty()).contains("points");
    assertThat(given.relationshipTypes()).containsExactly("LIKE");
    assertThat(given.userFeatures()).containsExactly("city");
    assertThat(given.itemFeatures()).containsExactly("price");
    assertThat(given.itemTimeProperty()).contains("made");

    assertThat(found.interactionTypes()).containsExactly("CLICKED");
    assertThat(found.user()).contains(new KeyedLabel("Member", Optional.of("id")));
    assertThat(found.item()).contains(new KeyedLabel("Item", Optional.of("id")));
    assertThat(found.timeProperty()).contains("at");
    assertThat(found.ratingProperty()).contains("rating");
    assertThat(found.relationshipTypes()).containsExactly("FROM", "LIKE");
    assertThat(found.userFeatures()).containsExactly("group");
    assertThat(found.itemFeatures()).containsExactly("colour");
    assertThat(found.itemTimeProperty()).contains("year");
  }

  @Test
  void everyGivenNameSaysSo() {
    assertThat(DISCOVERED.by(all()).rows())
        .hasSize(12)
        .allSatisfy(row -> assertThat(row.detail()).startsWith("as given"));
    assertThat(DISCOVERED.by(all()).givenKeys()).hasSize(11);
  }

  @Test
  void whatIsGivenIsKnownThoughItIsNone() {
    assertThat(DISCOVERED.by(SchemaConfig.NONE).givenKeys()).isEmpty();
    assertThat(DISCOVERED.by(interactions("User")).givenKeys())
        .containsOnly("interactionTypes", "userLabel");
  }

  @Test
  void allNamesThatTheGraphDoesNotHaveAreListedWithTheNearest() {
    assertThat(DISCOVERED.problems(wrong()))
        .hasSize(11)
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith("userLabel: there is no label 'Usr'; did you mean 'User'"))
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith(
                        "interactionTypes: there is no relationship type 'LOVD'; did you mean"
                            + " 'LOVED'"))
        .anyMatch(
            one -> one.contains("no property or relationship type 'ctiy'; did you mean 'city'"));
  }

  @Test
  void aPropertyMustBeWhereItIsLookedFor() {
    assertThat(DISCOVERED.problems(relations("FROM")))
        .singleElement()
        .asString()
        .startsWith("userKey: there is no property of Member 'code'; did you mean 'city'");
  }

  @Test
  void anInteractionIsNoFeatureNorIsARelationOfItems() {
    Map<SchemaRole, List<String>> features =
        Map.of(
            SchemaRole.USER_FEATURE, List.of("CLICKED"), SchemaRole.ITEM_FEATURE, List.of("FROM"));
    assertThat(DISCOVERED.problems(new SchemaConfig(features)))
        .hasSize(2)
        .anyMatch(
            one -> one.contains("CLICKED is a type of interactions, or none of it leads from"))
        .anyMatch(one -> one.contains("FROM is a type of relationships: leave it out, relations"));
  }

  @Test
  void whatBelongsToAModelIsNotWhatWasMeant() {
    DATABASE.run(
        "CREATE (:_MetarecModel {name: 'metarec', slot: 'a', stem: 'rotate', stems: ['rotate']})",
        "MATCH (user:User) SET user.rotate_weights = [1.0]");
    for (String mistyped : List.of("slto", "rotate_weigths")) {
      assertThat(
              DISCOVERED.problems(
                  new SchemaConfig(Map.of(SchemaRole.USER_FEATURE, List.of(mistyped)))))
          .singleElement()
          .asString()
          .startsWith("userFeatures: there is no property of Member or relationship type that")
          .contains("'%s'; did you mean".formatted(mistyped))
          .doesNotContain("'slot'", "'stem'", "'rotate_weights'");
    }
  }

  @Test
  void aRelationMustTouchItemsAndBeNoInteraction() {
    DATABASE.run("MATCH (eva:User {id: 1}), (max:User {id: 2}) CREATE (eva)-[:KNOWS]->(max)");
    assertThat(DISCOVERED.problems(relations("CLICKED", "KNOWS")))
        .contains(
            "relationshipTypes: CLICKED is an interaction already",
            "relationshipTypes: no KNOWS has a node Item at an end; leave it out, or set"
                + " itemLabel");
  }

  @Test
  void noInteractionsAndNoRelationsIsAnError() {
    DATABASE.run("MATCH (node) DETACH DELETE node");
    GraphMismatchException empty =
        catchThrowableOfType(GraphMismatchException.class, () -> DISCOVERED.by(SchemaConfig.NONE));
    assertThat(empty).hasMessageContaining("found an empty graph").hasMessageContaining("CLICKED");

    DATABASE.run("CREATE (:City {name: 'Ulm'})");
    GraphMismatchException nodes =
        catchThrowableOfType(GraphMismatchException.class, () -> DISCOVERED.by(SchemaConfig.NONE));
    assertThat(nodes).hasMessageContaining("found the labels [City]");
  }

  @Test
  void keysAndFeaturesOfUsersWhoAreNotThereAreRefused() {
    SchemaConfig given =
        new SchemaConfig(
            Map.of(
                SchemaRole.INTERACTION, List.of(),
                SchemaRole.USER_KEY, List.of("email"),
                SchemaRole.USER_FEATURE, List.of(),
                SchemaRole.ITEM_TIME, List.of("made")));

    assertThat(DISCOVERED.problems(given))
        .hasSize(2)
        .anyMatch(problem -> problem.contains("userKey: no users were found"))
        .anyMatch(problem -> problem.contains("itemTimeProperty: no items were found"));
  }

  @Test
  void anEmptyListMeansNone() {
    GraphSchema schema = DISCOVERED.by(interactions("User"));
    assertThat(schema.interactionTypes()).isEmpty();
    assertThat(schema.item()).isEmpty();
    assertThat(schema.relationshipTypes()).containsExactly("CLICKED", "FROM", "LIKE", "LOVED");
  }
}
