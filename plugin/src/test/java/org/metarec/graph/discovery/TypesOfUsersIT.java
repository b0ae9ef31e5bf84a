package org.metarec.graph.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.testing.EmptyDatabase;

/** Whoever reads what was found learns of all types between users and items. */
class TypesOfUsersIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private static final Discovered DISCOVERED = new Discovered(DATABASE);

  private static List<String> details(GraphSchema schema, SchemaRole role) {
    return schema.rows().stream().filter(row -> row.role() == role).map(SchemaRow::detail).toList();
  }

  private static GraphSchema found() {
    return DISCOVERED.by(SchemaConfig.NONE);
  }

  @Test
  void whatElseJoinsUsersAndItemsIsNamed() {
    DATABASE.run(
        """
        CREATE (eva:User {name: 'Eva'})-[:RATED]->(tea:Product {name: 'Tea'}),
          (eva)-[:WISHED]->(tea), (tea)-[:SOLD_BY]->(eva), (tea)-[:FROM]->(:Country {name: 'India'})
        """);

    assertThat(details(found(), SchemaRole.INTERACTION))
        .singleElement()
        .asString()
        .endsWith(
            "; set interactionTypes for others; with users at the other end, left out unless"
                + " relationshipTypes names them: SOLD_BY (1), WISHED (1)");
  }

  @Test
  void authorsWhoAreUsersAreNamedBesideGivenInteractions() {
    DATABASE.run(
        """
        CREATE (eva:User {name: 'Eva'})-[:COOKED]->(soup:Recipe {name: 'Soup'}),
          (eva)-[:WROTE]->(soup)
        """);
    SchemaConfig given = new SchemaConfig(Map.of(SchemaRole.INTERACTION, List.of("COOKED")));

    assertThat(details(DISCOVERED.by(given), SchemaRole.INTERACTION))
        .containsExactly(
            "as given; with users at the other end, left out unless relationshipTypes names them:"
                + " WROTE (1)");
  }

  @Test
  void aFewInteractionsOfAKnownNameDoNotHideAllOthers() {
    DATABASE.run(
        """
        CREATE (:User {name: 'Eva'})-[:LIKED]->(soup:Recipe {name: 'Soup'})
        WITH soup UNWIND range(1, 5) AS i CREATE (:User {name: 'u' + i})-[:COOKED]->(soup)
        """);

    assertThat(details(found(), SchemaRole.INTERACTION))
        .singleElement()
        .asString()
        .endsWith("; with users at the other end, taken for relations: COOKED (5)");
  }

  /** FROM is a relation, WISHED is named with the interactions. */
  @Test
  void whatUsersAreLinkedWithIsNamedUntilFeaturesAreGiven() {
    DATABASE.run(
        """
        CREATE (eva:User {name: 'Eva'})-[:RATED]->(tea:Product {name: 'Tea'}),
          (eva)-[:WISHED]->(tea), (tea)-[:FROM]->(:Country {name: 'India'}),
          (eva)-[:FOLLOWS]->(:User {name: 'Max'}), (eva)-[:LIKES]->(:Topic {name: 'Art'}),
          (eva)-[:LIKES]->(:Topic {name: 'War'})
        """);

    assertThat(details(found(), SchemaRole.USER))
        .singleElement()
        .asString()
        .endsWith("; userFeatures may name what else leads from users: FOLLOWS, LIKES");
    assertThat(details(DISCOVERED.by(features("LIKES")), SchemaRole.USER))
        .noneMatch(detail -> detail.contains("userFeatures"));
    assertThat(DISCOVERED.by(features("LIKES")).rows())
        .filteredOn(row -> row.role() == SchemaRole.USER_FEATURE)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.count()).isEqualTo(2);
              assertThat(row.detail()).isEqualTo("as given; leads to mostly Topic by name");
            });
  }

  @Test
  void aMistypedOneIsToldTheNearestAndNodesWithoutAKeyAreCounted() {
    DATABASE.run(
        """
        CREATE (eva:User {name: 'Eva'})-[:RATED]->(:Product {name: 'Tea'}), (eva)-[:LIKES]->(:Topic),
          (eva)-[:LIKES]->(:Topic {name: 'Art'}), (:Club {name: 'Chess'})-[:ADMITS]->(eva)
        """);

    assertThat(problems("LIKS")).singleElement().asString().contains("did you mean 'LIKES'");
    assertThat(problems("ADMITS")).singleElement().asString().contains("none of it leads from a");
    assertThat(details(DISCOVERED.by(features("LIKES")), SchemaRole.USER_FEATURE))
        .singleElement()
        .asString()
        .endsWith("; nodes without a key or a name are no values, here 1");
  }

  private static SchemaConfig features(String... names) {
    return new SchemaConfig(Map.of(SchemaRole.USER_FEATURE, List.of(names)));
  }

  private static List<String> problems(String feature) {
    return DISCOVERED.problems(features(feature));
  }

  @Test
  void whatLooksLikeAnInteractionIsNamedWhereThereIsNone() {
    DATABASE.run(
        """
        CREATE (eva:User {name: 'Eva'})-[:COOKED {stars: 5}]->(soup:Recipe {name: 'Soup'}),
          (eva)-[:SAVED {at: datetime()}]->(soup), (soup)-[:USES]->(:Ingredient {name: 'Salt'}),
          (eva)-[:KNOWS {at: datetime()}]->(:User {name: 'Max'})
        """);
    SchemaConfig none = new SchemaConfig(Map.of(SchemaRole.INTERACTION, List.of()));

    assertThat(details(found(), SchemaRole.RELATION))
        .hasSize(4)
        .allSatisfy(
            detail ->
                assertThat(detail)
                    .startsWith(
                        "no interactions: every type is a relation; set interactionTypes, perhaps"
                            + " to COOKED or SAVED, which bear a time or a rating; "));
    assertThat(details(DISCOVERED.by(none), SchemaRole.RELATION))
        .hasSize(4)
        .noneMatch(detail -> detail.contains("perhaps"));
  }
}
