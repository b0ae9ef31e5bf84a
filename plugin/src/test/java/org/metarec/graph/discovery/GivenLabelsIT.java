package org.metarec.graph.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.testing.EmptyDatabase;

/** Labels are given, interactions are to be found. */
class GivenLabelsIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private static final Discovered DISCOVERED = new Discovered(DATABASE);

  @BeforeEach
  void filmsThatUsersClickedAndPeopleMade() {
    DATABASE.run(
        """
        CREATE (:User)-[:CLICKED]->(heat:Movie), (:User)-[:CLICKED]->(heat),
          (:Person)-[:DIRECTED]->(heat)
        """);
  }

  private static SchemaConfig label(SchemaRole role, String label) {
    return new SchemaConfig(Map.of(role, List.of(label)));
  }

  @Test
  void aLabelThatNoInteractionFitsIsRefused() {
    assertThat(DISCOVERED.problems(label(SchemaRole.USER, "Person")))
        .containsExactly(
            "userLabel: CLICKED must lead from users to items of another label, but leads mostly"
                + " from User to Movie, not from Person as given; set userLabel, itemLabel or"
                + " other interactionTypes ([]: none)");
    assertThat(DISCOVERED.problems(label(SchemaRole.ITEM, "Person")))
        .singleElement()
        .asString()
        .startsWith("itemLabel: CLICKED must lead")
        .contains("mostly from User to Movie, not to Person as given");
  }

  @Test
  void typesThatDoNotFitALabelArePassedOver() {
    DATABASE.run("MATCH (film:Movie) CREATE (:Critic)-[:RATED]->(film)");

    assertThat(DISCOVERED.by(label(SchemaRole.USER, "Critic")).interactionTypes())
        .containsExactly("RATED");
  }

  @Test
  void aLabelDoesNoHarmWhereNobodyHasInteractedYet() {
    SchemaConfig both =
        new SchemaConfig(
            Map.of(SchemaRole.USER, List.of("User"), SchemaRole.ITEM, List.of("Movie")));
    DATABASE.run("MATCH ()-[click:CLICKED]->() DELETE click");
    GraphSchema before = DISCOVERED.by(both);
    assertThat(before.interactionTypes()).isEmpty();
    assertThat(before.relationshipTypes()).containsExactly("DIRECTED");
  }

  @Test
  void usersWhoLikeUsersHaveNotInteractedWithItems() {
    DATABASE.run("MATCH ()-[click:CLICKED]->() DELETE click", "CREATE (:User)-[:LIKED]->(:User)");
    assertThat(DISCOVERED.by(label(SchemaRole.ITEM, "Movie")).interactionTypes()).isEmpty();

    DATABASE.run("CREATE (:User)-[:RATED]->(:Song)");
    assertThat(DISCOVERED.problems(label(SchemaRole.ITEM, "Movie")))
        .as("the type that would fit without the label is named")
        .singleElement()
        .asString()
        .startsWith("itemLabel: RATED must lead")
        .contains("leads mostly from User to Song, not to Movie as given");
  }

  @Test
  void whatIsFoundMayBeGivenToo() {
    DATABASE.run(
        "MATCH (node) DETACH DELETE node",
        "CREATE (eva:Person)-[:LIKED]->(:Actor:Person), (eva)-[:LIKED]->(:Actor:Person)");
    for (SchemaConfig config :
        List.of(
            SchemaConfig.NONE, label(SchemaRole.USER, "Person"), label(SchemaRole.ITEM, "Actor"))) {
      assertThat(DISCOVERED.by(config).names(SchemaRole.USER)).containsExactly("Person");
      assertThat(DISCOVERED.by(config).names(SchemaRole.ITEM)).containsExactly("Actor");
    }
  }

  /** Premium users are liked less often than others, and most likes are of users. */
  @Test
  void theOtherLabelIsStillTheMostFrequent() {
    DATABASE.run(
        "MATCH (node) DETACH DELETE node",
        "CREATE (eva:User) WITH eva UNWIND range(1, 4) AS i CREATE (eva)-[:LIKED]->(:Post)",
        "MATCH (eva:User) CREATE (ada:User:Premium) WITH eva, ada UNWIND range(1, 6) AS i"
            + " CREATE (ada)-[:LIKED]->(eva)");
    assertThat(DISCOVERED.by(label(SchemaRole.ITEM, "Post")).names(SchemaRole.USER))
        .containsExactly("User");
  }

  /** As of graphs that came from RDF. */
  private static void videosThatUsersRated() {
    DATABASE.run(
        "MATCH (node) DETACH DELETE node",
        """
        CREATE (eva:Resource:User)-[:RATED]->(tea:Resource:Video),
          (eva)-[:LIKED]->(:Resource:User:Admin), (:Resource:User)-[:LIKED]->(eva),
          (:User)-[:RATED]->(tea),
          (tea)-[:BY]->(:Resource:Studio)
        """);
  }

  @Test
  void oneLabelOfTwoThatShareTheirBaseIsEnough() {
    videosThatUsersRated();
    for (SchemaConfig one :
        List.of(label(SchemaRole.USER, "User"), label(SchemaRole.ITEM, "Video"))) {
      GraphSchema schema = DISCOVERED.by(one);
      assertThat(schema.names(SchemaRole.INTERACTION)).containsExactly("RATED");
      assertThat(schema.names(SchemaRole.USER)).containsExactly("User");
      assertThat(schema.names(SchemaRole.ITEM)).containsExactly("Video");
      assertThat(schema.relationshipTypes()).containsExactly("BY");
    }
    assertThat(DISCOVERED.by(label(SchemaRole.USER, "User")).rows())
        .filteredOn(row -> row.role() == SchemaRole.ITEM)
        .singleElement()
        .extracting(SchemaRow::detail)
        .isEqualTo("most frequent label at the end of RATED, nodes User aside");
  }

  @Test
  void theBaseOfBothEndsIsRefused() {
    videosThatUsersRated();
    DATABASE.run("MATCH (user:User) SET user:Resource");
    assertThat(DISCOVERED.problems(label(SchemaRole.USER, "Resource")))
        .singleElement()
        .asString()
        .startsWith("userLabel: ")
        .contains("must lead from users to items of another label");
    assertThat(DISCOVERED.problems(label(SchemaRole.USER, "Studio")))
        .singleElement()
        .asString()
        .contains("not from Studio as given");
  }

  @Test
  void whoeverNamesLinksBetweenPeopleIsToldWhatRanksThem() {
    DATABASE.run("CREATE (:Member)-[:FOLLOWS]->(:Member)");

    assertThat(DISCOVERED.problems(label(SchemaRole.INTERACTION, "FOLLOWS")))
        .singleElement()
        .asString()
        .contains("mostly from Member to Member; set")
        .endsWith("([]: none); with none metarec.complete ranks such links");
  }
}
