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

/** Labels are given, interactions are to be found. */
class GivenLabelsIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

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

  private static GraphSchema discover(SchemaConfig config) {
    return DATABASE.read(tx -> SchemaDiscovery.of(tx, config, Progress.NONE));
  }

  private static List<String> problems(SchemaConfig config) {
    return catchThrowableOfType(InvalidConfigException.class, () -> discover(config)).problems();
  }

  @Test
  void aLabelThatNoInteractionFitsIsRefused() {
    assertThat(problems(label(SchemaRole.USER, "Person")))
        .containsExactly(
            "userLabel: CLICKED must lead from users to items of another label, but leads mostly"
                + " from User to Movie, not from Person as given; set userLabel, itemLabel or"
                + " other interactionTypes ([]: none)");
    assertThat(problems(label(SchemaRole.ITEM, "Person")))
        .singleElement()
        .asString()
        .startsWith("itemLabel: CLICKED must lead")
        .contains("mostly from User to Movie, not to Person as given");
  }

  @Test
  void typesThatDoNotFitALabelArePassedOver() {
    DATABASE.run("MATCH (film:Movie) CREATE (:Critic)-[:RATED]->(film)");

    assertThat(discover(label(SchemaRole.USER, "Critic")).interactionTypes())
        .containsExactly("RATED");
  }

  @Test
  void aLabelDoesNoHarmWhereNobodyHasInteractedYet() {
    SchemaConfig both =
        new SchemaConfig(
            Map.of(SchemaRole.USER, List.of("User"), SchemaRole.ITEM, List.of("Movie")));
    DATABASE.run("MATCH ()-[click:CLICKED]->() DELETE click");
    GraphSchema before = discover(both);
    assertThat(before.interactionTypes()).isEmpty();
    assertThat(before.relationshipTypes()).containsExactly("DIRECTED");

    DATABASE.run("CREATE (:User)-[:LIKED]->(:User)");
    assertThat(discover(label(SchemaRole.ITEM, "Movie")).interactionTypes())
        .as("of users liked by users, whatever is given")
        .isEmpty();
  }
}
