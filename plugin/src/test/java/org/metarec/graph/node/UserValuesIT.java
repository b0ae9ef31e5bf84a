package org.metarec.graph.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.discovery.SchemaDiscovery;
import org.metarec.testing.EmptyDatabase;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/** Eva lives in Ulm, follows Max and a user without a key, and likes two genres. */
class UserValuesIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  @BeforeEach
  void create() {
    DATABASE.run(
        "CREATE CONSTRAINT FOR (user:User) REQUIRE user.id IS UNIQUE",
        """
        CREATE (eva:User {id: 1, name: 'Eva', city: 'Ulm'}), (max:User:Author {id: 2, name: 'Max'}),
          (eva)-[:FOLLOWS]->(max), (max)-[:FOLLOWS]->(eva), (eva)-[:FOLLOWS]->(:User),
          (eva)-[:LIKES_GENRE]->(:Genre {name: 'Drama'}), (eva)-[:LIKES_GENRE]->(:Genre {title: 'War'}),
          (eva)-[:CLICKED]->(:Film {name: 'Heat'})
        """);
  }

  private static Set<String> ofEva(String... features) {
    return ofEva(Map.of(SchemaRole.USER_FEATURE, List.of(features)));
  }

  private static Set<String> ofEva(Map<SchemaRole, List<String>> given) {
    return DATABASE.read(tx -> values(tx, given).of(eva(tx)));
  }

  private static Node eva(Transaction tx) {
    return tx.findNode(Label.label("User"), "id", 1);
  }

  private static UserValues values(Transaction tx, Map<SchemaRole, List<String>> given) {
    return new UserValues(tx, SchemaDiscovery.of(tx, new SchemaConfig(given), Progress.NONE));
  }

  @Test
  void aNodeThatTheUserLeadsToIsAValueByItsKeyElseItsName() {
    assertThat(ofEva("LIKES_GENRE"))
        .containsExactlyInAnyOrder("LIKES_GENRE→Drama", "LIKES_GENRE→War");
    assertThat(ofEva("FOLLOWS")).as("the other has no key").containsExactly("FOLLOWS→2");
  }

  @Test
  void propertiesCountBesideThem() {
    assertThat(ofEva("FOLLOWS", "city")).containsExactly("city=Ulm", "FOLLOWS→2");
    assertThat(ofEva("city")).containsExactly("city=Ulm");
    assertThat(ofEva()).isEmpty();
  }

  @Test
  void aNodeIsToldFromTheValueOfAProperty() {
    DATABASE.inspect(
        tx -> {
          UserValues values =
              values(tx, Map.of(SchemaRole.USER_FEATURE, List.of("FOLLOWS", "city")));
          assertThat(values.isNode("FOLLOWS→2")).isTrue();
          assertThat(values.isNode("city=FOLLOWS→2")).isFalse();
        });
  }

  @Test
  void usersAreToldApartByTheKeyThatWasGiven() {
    assertThat(
            ofEva(
                Map.of(
                    SchemaRole.USER_FEATURE, List.of("FOLLOWS"),
                    SchemaRole.USER_KEY, List.of("name"))))
        .containsExactly("FOLLOWS→Max");
  }

  @Test
  void aKeyThatIsAListIsNone() {
    DATABASE.run("MATCH (user:User) WHERE user.name IS NOT NULL SET user.names = [user.name]");

    assertThat(
            ofEva(
                Map.of(
                    SchemaRole.USER_FEATURE, List.of("FOLLOWS"),
                    SchemaRole.USER_KEY, List.of("names"))))
        .containsExactly("FOLLOWS→2");
  }

  @Test
  void aNodeThatTwoRelationshipsLeadToIsOne() {
    DATABASE.run(
        "MATCH (:User {id: 1})-[:LIKES_GENRE]->(genre) MATCH (eva:User {id: 1})"
            + " CREATE (eva)-[:LIKES_GENRE]->(genre)");

    DATABASE.inspect(
        tx -> {
          UserValues values = values(tx, Map.of(SchemaRole.USER_FEATURE, List.of("LIKES_GENRE")));
          Relationship oldest =
              eva(tx).getRelationships(RelationshipType.withName("LIKES_GENRE")).stream()
                  .min(Comparator.comparingLong(NodeIds::of))
                  .orElseThrow();
          assertThat(values.links(eva(tx)))
              .hasSize(2)
              .extracting(UserValues.Link::relationship)
              .contains(NodeIds.of(oldest));
        });
  }

  @Test
  void aPropertyThatWasFoundIsNoRelationship() {
    DATABASE.run(
        "UNWIND range(10, 12) AS id CREATE (:User {id: id, LIKES_GENRE: id % 2})",
        "MATCH (eva:User {id: 1}) SET eva.LIKES_GENRE = 1");

    assertThat(ofEva(Map.of())).contains("LIKES_GENRE=1").doesNotContain("LIKES_GENRE→Drama");
    assertThat(ofEva("LIKES_GENRE")).contains("LIKES_GENRE=1", "LIKES_GENRE→Drama");
  }

  /** A property of the name of interactions is a feature; what was clicked is none. */
  @Test
  void whatIsAnInteractionIsNoFeature() {
    DATABASE.run("MATCH (user:User) SET user.CLICKED = true");

    assertThat(ofEva("CLICKED")).containsExactly("CLICKED=true");
  }
}
