package org.metarec.graph.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.testing.EmptyDatabase;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;

/** A user who has clicked, rated and written a film, and whom the film names. */
class RelationTypesIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  @BeforeEach
  void create() {
    DATABASE.run(
        "CREATE (u:User)-[:CLICKED]->(f:Film), (u)-[:RATED]->(f), (u)-[:WROTE]->(f),"
            + " (f)-[:BY]->(u)");
  }

  private static List<Integer> found(Direction direction, String... names) {
    return DATABASE.read(
        tx -> {
          RelationTypes types = new RelationTypes(List.of(names));
          List<Integer> found = new ArrayList<>();
          tx.findNodes(Label.label("User"))
              .forEachRemaining(
                  user -> types.forEach(user, direction, r -> found.add(types.relation(r))));
          return found;
        });
  }

  @Test
  void noTypesAreNotAllTypes() {
    assertThat(found(Direction.BOTH)).isEmpty();
  }

  @Test
  void othersAreLeftOut() {
    assertThat(found(Direction.BOTH, "WROTE", "BY", "RATED")).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(found(Direction.OUTGOING, "WROTE", "BY")).containsExactly(0);
  }
}
