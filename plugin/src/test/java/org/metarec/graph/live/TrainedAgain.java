package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.store.ModelStore;
import org.metarec.graph.store.Publication;
import org.metarec.graph.store.Succession;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyModel;
import org.metarec.testing.Watched;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.GraphDatabaseService;

/** A model is trained again while a catalog has it, whose transactions are counted. */
abstract class TrainedAgain {
  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  static final EmptyDatabase DATABASE = MODEL.database();

  final AtomicInteger transactions = new AtomicInteger();
  ModelCatalog catalog;
  ModelStore store;

  /** Done once, when the catalog begins its next transaction. */
  Runnable atTheNext = () -> {};

  @BeforeEach
  void start() {
    Watched.Watcher counting =
        (method, arguments) -> {
          if (method.equals("beginTx")) {
            transactions.incrementAndGet();
            Runnable once = atTheNext;
            atTheNext = () -> {};
            once.run();
          }
        };
    catalog =
        MODEL.freshCatalog(
            service -> Watched.by(counting, GraphDatabaseService.class, service), MODEL.changes());
    store = new ModelStore(DATABASE.service(), Clock.systemUTC());
  }

  /** What a call gets that reads nothing. */
  <T> T withoutReading(Supplier<T> call) {
    transactions.set(0);
    T found = call.get();
    assertThat(transactions).as("begun to read something").hasValue(0);
    return found;
  }

  void publish(long seed, Succession succession, Progress progress) {
    Publication next = DATABASE.read(tx -> TinyModel.publication(tx, "metarec", "rotate", seed));
    store.publish(next, succession, progress);
  }

  /** Prepares the next version, which is dropped before it serves. */
  Succession dropping() {
    return (next, parameters, progress) -> {
      Succession.Outcome outcome = catalog.willServe(next, parameters, progress);
      assertThat(MODEL.changes().listeners()).isEqualTo(2);
      store.drop("metarec", Progress.NONE);
      return outcome;
    };
  }
}
