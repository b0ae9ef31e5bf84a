package org.metarec.graph.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.testing.EmptyDatabase;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Node;

class FeatureReaderIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  @Test
  void aGivenFeatureMayBeAList() {
    DATABASE.run("CREATE (:User {name: 'Eva', tags: ['b', 'a', 'b']}), (:User {name: 'Max'})");
    String byName = "MATCH (user:User) RETURN user ORDER BY user.name"; // an id may be used again
    long[] users =
        DATABASE.read(
            tx ->
                tx.execute(byName).<Node>columnAs("user").stream()
                    .mapToLong(NodeIds::of)
                    .toArray());
    var features =
        DATABASE.read(
            tx ->
                FeatureReader.read(
                    tx, users, user -> FeatureReader.names(user, List.of("tags")), Progress.NONE));
    assertThat(features.values()).containsExactly("tags=a", "tags=b");
    assertThat(features.of(0)).containsExactly(0, 1);
    assertThat(features.of(1)).isEmpty();
  }
}
