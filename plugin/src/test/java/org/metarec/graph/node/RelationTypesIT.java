package org.metarec.graph.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.testing.EmptyDatabase;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Relationship;

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

  @Test
  void thoseOfOneTypeAreFoundInTheWholeGraph() {
    DATABASE.run("CREATE (:User)-[:CLICKED]->(:Film)");
    AtomicInteger asked = new AtomicInteger();
    List<String> found = new ArrayList<>();

    long count =
        DATABASE.read(
            tx ->
                RelationTypes.forEach(
                    tx, "CLICKED", asked::incrementAndGet, r -> found.add(r.getType().name())));

    assertThat(found).containsExactly("CLICKED", "CLICKED");
    assertThat(count).isEqualTo(2);
    assertThat(asked).as("whether to go on").hasValue(2);
  }

  @Test
  void whoeverIsEndedFindsNoFurther() {
    List<Relationship> found = new ArrayList<>();
    Progress ended =
        () -> {
          throw new IllegalStateException("ended");
        };

    assertThatThrownBy(
            () -> DATABASE.read(tx -> RelationTypes.forEach(tx, "CLICKED", ended, found::add)))
        .hasMessage("ended");
    assertThat(found).isEmpty();
  }
}
