package org.metarec.graph.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.discovery.SchemaDiscovery;
import org.metarec.testing.EmptyDatabase;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Label;
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
    return DATABASE.read(
        tx -> {
          UserValues values = new UserValues(tx, schema(tx, features));
          return values.of(tx.findNode(Label.label("User"), "id", 1));
        });
  }

  private static GraphSchema schema(Transaction tx, String... features) {
    SchemaConfig given = new SchemaConfig(Map.of(SchemaRole.USER_FEATURE, List.of(features)));
    return SchemaDiscovery.of(tx, given, Progress.NONE);
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
          UserValues values = new UserValues(tx, schema(tx, "FOLLOWS", "city"));
          assertThat(values.isNode("FOLLOWS→2")).isTrue();
          assertThat(values.isNode("city=FOLLOWS→2")).isFalse();
        });
  }

  /** A property of the name of interactions is a feature; what was clicked is none. */
  @Test
  void whatIsAnInteractionIsNoFeature() {
    DATABASE.run("MATCH (user:User) SET user.CLICKED = true");

    assertThat(ofEva("CLICKED")).containsExactly("CLICKED=true");
  }
}
