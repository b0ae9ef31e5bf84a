package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.testing.Watched;
import org.neo4j.graphdb.GraphDatabaseService;

/** A model of other parts and sizes that goes live between two transactions of a reader. */
class FlippedMeanwhileIT {
  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  /**
   * A catalog for which a model without tastes goes live.
   *
   * @param transaction before which one of its transactions
   */
  private static ModelCatalog catalog(int transaction) {
    AtomicInteger begun = new AtomicInteger();
    Watched.Watcher publishing =
        (method, arguments) -> {
          if (method.equals("beginTx") && begun.getAndIncrement() == transaction) {
            MODEL.publishWithoutTaste();
          }
        };
    return MODEL.freshCatalog(
        database -> Watched.by(publishing, GraphDatabaseService.class, database),
        new GraphChanges());
  }

  @ParameterizedTest(name = "before transaction {0}")
  @ValueSource(ints = {0, 1})
  void allOfTheNewModelIsRead(int transaction) {
    ModelCatalog catalog = catalog(transaction);

    assertThat(MODEL.live().taste()).isPresent();
    assertThat(MODEL.database().read(tx -> catalog.live(tx, "metarec")).taste()).isEmpty();
  }
}
