package org.metarec.graph.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.testing.EmptyDatabase;
import org.metarec.triple.Progress;

class InteractionCensusIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  @Test
  void anInteractionThatIsDeletedWhenItIsFoundJoinsNothing() {
    DATABASE.run("CREATE (:User)-[:CLICKED]->(:Item)");
    AtomicBoolean isCounted = new AtomicBoolean();
    Progress deleting =
        () -> {
          if (isCounted.get()) {
            DATABASE.run("MATCH (node) DETACH DELETE node");
          }
        };
    DATABASE.inspect(
        tx -> {
          InteractionCensus census =
              new InteractionCensus(tx, List.of("CLICKED"), name -> false, deleting);
          isCounted.set(true);

          assertThat(census.joins("User", "Item")).isFalse();
        });
  }
}
