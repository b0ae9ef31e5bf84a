package org.metarec.graph.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.waiting.OwnTransactions;
import org.metarec.graph.waiting.Patience;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.Watched;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.GraphDatabaseService;

/** A node that others delete after a scan has found it, before the scan looks at it. */
class DeletedDuringAScanIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  /** Deletes the node that a scan hands out first. */
  private static NodeBatches deleting() {
    AtomicBoolean isDeleted = new AtomicBoolean();
    Watched.Watcher deleting =
        (method, arguments) -> {
          if (method.equals("next") && !isDeleted.getAndSet(true)) {
            DATABASE.run("MATCH (node) WITH node ORDER BY id(node) LIMIT 1 DELETE node");
          }
        };
    GraphDatabaseService watched = Watched.transactionsBy(deleting, DATABASE.service());
    return new NodeBatches(watched, new OwnTransactions(watched, Patience.USUAL));
  }

  @Test
  void itBearsNothing() {
    DATABASE.run("UNWIND range(1, 2) AS i CREATE (:Film {at: i})");

    assertThat(deleting().borne(Set.of("at"), Progress.NONE)).containsExactly("at");
    assertThat(deleting().borne(Set.of("at"), Progress.NONE)).isEmpty();
  }

  @Test
  void itNeedsNoClearing() {
    DATABASE.run("UNWIND range(1, 2) AS i CREATE (:Film {at: i, title: 'x'})");

    deleting().clear(Set.of("at"), "", Progress.NONE);

    assertThat(DATABASE.labelsAndKeys()).containsExactly("[Film] [title]");
  }
}
