package org.metarec.graph.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.Watched;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;

class PropertyCensusIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  /** After a text of a megabyte Neo4j takes milliseconds for each vector. */
  @Test
  void vectorsOfModelsAreNotRead() {
    DATABASE.run("CREATE (:User {bio: 'long', rotate_a: [.5]})");
    List<String> read = new ArrayList<>();
    Watched.Watcher watcher =
        (method, arguments) -> {
          if (method.equals("getProperties")) {
            read.addAll(Arrays.asList((String[]) arguments.get(0)));
          } else {
            assertThat(method).isEqualTo("getPropertyKeys");
          }
        };
    PropertyCensus census = new PropertyCensus("rotate_a"::equals);
    DATABASE.inspect(
        tx ->
            tx.findNodes(Label.label("User"))
                .forEachRemaining(user -> census.add(Watched.by(watcher, Node.class, user))));

    assertThat(read).containsExactly("bio");
    assertThat(census.names()).containsExactly("bio");
  }
}
