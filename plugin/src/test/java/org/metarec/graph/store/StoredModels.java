package org.metarec.graph.store;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.waiting.Patience;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyModel;
import org.metarec.testing.TinyMovieGraph;

/** Models of {@link TinyMovieGraph} are stored. */
abstract class StoredModels {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  ModelStore store;

  @BeforeEach
  void reset() {
    DATABASE.run(TinyMovieGraph.DATA);
    store = new ModelStore(DATABASE.service(), Clock.systemUTC());
  }

  /** One that does not wait long for others. */
  static ModelStore hasty() {
    Duration second = Duration.ofSeconds(1);
    return new ModelStore(
        DATABASE.service(), new Patience(second, second, second), Clock.systemUTC());
  }

  ModelNode train(String modelName, String stem, long seed) {
    return TinyModel.publish(DATABASE, store, modelName, stem, seed);
  }

  /** The model that serves. */
  ModelNode live() {
    return DATABASE.read(tx -> store.require(tx, "metarec"));
  }
}
