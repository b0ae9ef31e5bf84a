package org.metarec.graph.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metarec.graph.discovery.Discovered.interactions;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.testing.EmptyDatabase;

/** Types of interactions are given; what does not lead from users to items is refused. */
class GivenInteractionsIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private static final Discovered DISCOVERED = new Discovered(DATABASE);

  @BeforeEach
  void aShopWithInteractionsOfTwoTypes() {
    DATABASE.run(
        """
        CREATE (eva:User:Member)-[:CLICKED {seen: 2, points: 4}]->(tea:Item),
          (eva)-[:LOVED {seen: 2, points: 4}]->(mug:Item),
          (tea)-[:FROM]->(:Country), (mug)-[:LIKE]->(tea)
        """);
  }

  @Test
  void interactionsMustJoinTwoLabels() {
    assertThat(DISCOVERED.problems(interactions("Item", "LIKE")))
        .singleElement()
        .asString()
        .startsWith("interactionTypes, userLabel: LIKE must lead from users to items of another")
        .contains("mostly from Item to Item;");
    assertThat(DISCOVERED.problems(interactions("Country", "CLICKED")))
        .singleElement()
        .asString()
        .contains("mostly from Member to Item, not from Country as given");
  }

  /** Neither label can be set otherwise: they are right. */
  @Test
  void interactionsThatLeadFromItemsToUsersAreToBeTurnedRound() {
    DATABASE.run("MATCH (eva:Member), (tea:Item) CREATE (tea)-[:BOUGHT_BY]->(eva)");
    SchemaConfig given =
        new SchemaConfig(
            Map.of(
                SchemaRole.INTERACTION, List.of("BOUGHT_BY"),
                SchemaRole.USER, List.of("Member"),
                SchemaRole.ITEM, List.of("Item")));
    assertThat(DISCOVERED.problems(given))
        .containsExactly(
            "interactionTypes, userLabel, itemLabel: BOUGHT_BY must lead from users to items of"
                + " another label, but leads mostly from Item to Member, not from Member as given,"
                + " not to Item as given; swap the labels, reverse the relationships, or"
                + " set other interactionTypes ([]: none)");
  }

  @Test
  void interactionsMustLeadFromTheUsersToTheItemsAndNotFromOthers() {
    DATABASE.run("CREATE (:Bot)-[:SAW]->(:Item), (:Member)-[:SAW]->(:Page)");
    assertThat(DISCOVERED.problems(interactions("Member", "SAW")))
        .singleElement()
        .asString()
        .contains("SAW must lead from users to items")
        .contains("leads mostly from Bot to Item; set userLabel, itemLabel");

    DATABASE.run("CREATE (:Member)-[:SAW]->(:Item)");
    assertThat(DISCOVERED.by(interactions("Member", "SAW")).interactionTypes())
        .containsExactly("SAW");
  }

  @Test
  void aTypeThatLeadsElsewhereIsRefusedAmongOthersThatFit() {
    DATABASE.run(
        "CREATE (:Member)-[:FRIEND]->(:Member), (:Item)-[:MADE]->(:Firm)",
        "CREATE (:Bot)-[:SAW]->(:Item), (:Bot)-[:SAW]->(:Item), (:Member)-[:SAW]->(:Item)");
    assertThat(
            DISCOVERED.problems(
                interactions("Member", "CLICKED", "LOVED", "FRIEND", "MADE", "SAW")))
        .containsExactly(
            "interactionTypes: no FRIEND leads to a node Item from a node Member that is none; leave it out,"
                + " or set userLabel or itemLabel",
            "interactionTypes: no MADE leads to a node Item from a node Member that is none; leave it out, or"
                + " set userLabel or itemLabel");
    assertThat(DISCOVERED.by(interactions("Member", "CLICKED", "SAW")).interactionTypes())
        .as("some of SAW fit")
        .containsExactly("CLICKED", "SAW");
  }

  @Test
  void aTimeAndARatingOfNoInteractionsAreRefused() {
    SchemaConfig given =
        new SchemaConfig(
            Map.of(
                SchemaRole.INTERACTION, List.of(),
                SchemaRole.TIME, List.of("seen"),
                SchemaRole.RATING, List.of("points")));
    assertThat(DISCOVERED.problems(given))
        .containsExactly(
            "timeProperty: no interactions were found; leave it out, or set interactionTypes,"
                + " userLabel or itemLabel",
            "ratingProperty: no interactions were found; leave it out, or set interactionTypes,"
                + " userLabel or itemLabel");
  }
}
