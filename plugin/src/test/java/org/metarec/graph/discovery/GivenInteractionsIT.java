package org.metarec.graph.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.InvalidConfigException;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.testing.EmptyDatabase;
import org.metarec.triple.Progress;

/** Types of interactions are given; what does not lead from users to items is refused. */
class GivenInteractionsIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  @BeforeEach
  void aShopWithInteractionsOfTwoTypes() {
    DATABASE.run(
        """
        CREATE (eva:User:Member)-[:CLICKED {seen: 2, points: 4}]->(tea:Item),
          (eva)-[:LOVED {seen: 2, points: 4}]->(mug:Item),
          (tea)-[:FROM]->(:Country), (mug)-[:LIKE]->(tea)
        """);
  }

  private static SchemaConfig interactions(String userLabel, String... types) {
    return new SchemaConfig(
        Map.of(SchemaRole.INTERACTION, List.of(types), SchemaRole.USER, List.of(userLabel)));
  }

  private static GraphSchema discover(SchemaConfig config) {
    return DATABASE.read(tx -> SchemaDiscovery.of(tx, config, Progress.NONE));
  }

  private static List<String> problems(SchemaConfig config) {
    return catchThrowableOfType(InvalidConfigException.class, () -> discover(config)).problems();
  }

  @Test
  void interactionsMustJoinTwoLabels() {
    assertThat(problems(interactions("Item", "LIKE")))
        .singleElement()
        .asString()
        .startsWith("interactionTypes, userLabel: LIKE must lead from users to items of another")
        .contains("mostly from Item to Item;");
    assertThat(problems(interactions("Country", "CLICKED")))
        .singleElement()
        .asString()
        .contains("mostly from Member to Item, not from Country as given");
  }

  @Test
  void interactionsMustLeadFromTheUsersToTheItemsAndNotFromOthers() {
    DATABASE.run("CREATE (:Bot)-[:SAW]->(:Item), (:Member)-[:SAW]->(:Page)");
    assertThat(problems(interactions("Member", "SAW")))
        .singleElement()
        .asString()
        .contains("SAW must lead from users to items")
        .contains("leads mostly from Bot to Item; set userLabel, itemLabel");

    DATABASE.run("CREATE (:Member)-[:SAW]->(:Item)");
    assertThat(discover(interactions("Member", "SAW")).interactionTypes()).containsExactly("SAW");
  }

  @Test
  void aTypeThatLeadsElsewhereIsRefusedAmongOthersThatFit() {
    DATABASE.run(
        "CREATE (:Member)-[:FRIEND]->(:Member), (:Item)-[:MADE]->(:Firm)",
        "CREATE (:Bot)-[:SAW]->(:Item), (:Bot)-[:SAW]->(:Item), (:Member)-[:SAW]->(:Item)");
    assertThat(problems(interactions("Member", "CLICKED", "LOVED", "FRIEND", "MADE", "SAW")))
        .containsExactly(
            "interactionTypes: no FRIEND leads to a node Item from a node Member that is none; leave it out,"
                + " or set userLabel or itemLabel",
            "interactionTypes: no MADE leads to a node Item from a node Member that is none; leave it out, or"
                + " set userLabel or itemLabel");
    assertThat(discover(interactions("Member", "CLICKED", "SAW")).interactionTypes())
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
    assertThat(problems(given))
        .containsExactly(
            "timeProperty: no interactions were found; leave it out, or set interactionTypes,"
                + " userLabel or itemLabel",
            "ratingProperty: no interactions were found; leave it out, or set interactionTypes,"
                + " userLabel or itemLabel");
  }
}
