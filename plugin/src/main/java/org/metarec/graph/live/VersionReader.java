package org.metarec.graph.live;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.metarec.BusyException;
import org.metarec.graph.live.embedding.LiveEmbeddings;
import org.metarec.graph.live.embedding.NewNodes;
import org.metarec.graph.live.item.ItemReader;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.live.model.LiveReader;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.graph.store.ModelStore;
import org.metarec.graph.waiting.LongReading;
import org.metarec.graph.waiting.OwnTransactions;
import org.metarec.graph.waiting.TerminationWatch;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionTerminatedException;

/** Reads one model in transactions of its own, each time all of one version. Thread-safe. */
final class VersionReader {
  /** What the model node of a version holds. */
  record Version(ModelNode model, ModelParameters parameters) {
    /** One that has read nothing yet; empty if the version knows of no tastes. */
    Optional<ItemReader> itemReader() {
      return parameters.taste().map(taste -> new ItemReader(model, parameters));
    }
  }

  /** Whoever writes the model node does so in a moment, or by hand. */
  private static final Duration MOST_WAIT = Duration.ofSeconds(10);

  private final String modelName;
  private final GraphDatabaseService database;
  private final ModelStore store;

  VersionReader(String modelName, GraphDatabaseService database, ModelStore store) {
    this.modelName = modelName;
    this.database = database;
    this.store = store;
  }

  /**
   * What the model node holds, read at once: the parameters are of the sizes that it says. Reads
   * until nothing was published meanwhile.
   */
  Version version() {
    return Attempts.untilWhole(
        modelName,
        () -> {
          try (Transaction tx = OwnTransactions.begin(database, MOST_WAIT)) {
            return Attempts.ofOneVersion(() -> store.version(tx, modelName), version -> read(tx));
          } catch (TransactionTerminatedException ended) {
            throw new BusyException(
                "the node of model '%s' could not be read within %d seconds (%s); another"
                    + " transaction may have locked it: call again when that has ended",
                modelName, MOST_WAIT.toSeconds(), ended.getMessage());
          }
        });
  }

  private Version read(Transaction tx) {
    ModelNode model = store.require(tx, modelName);
    return new Version(model, store.parameters(tx, model));
  }

  /** Whether a version serves now. */
  boolean isLive(ModelNode model) {
    try (Transaction tx = LongReading.begin(database)) {
      return store.version(tx, modelName).stream().anyMatch(model.version()::equals);
    }
  }

  LiveEmbeddings embeddings(NewNodes since) {
    return Attempts.untilWhole(
        modelName,
        () -> {
          Version version = version();
          return ofVersion(version.model(), tx -> embeddings(tx, version, since));
        });
  }

  /** All items of a version; empty if another one is live by then. */
  Optional<LiveModel> items(Version version, Optional<ItemReader> reader) {
    return ofVersion(version.model(), tx -> items(tx, version, reader));
  }

  /**
   * All items of a version that does not serve yet.
   *
   * @param progress asked whether to go on
   */
  LiveModel nextItems(Version version, Optional<ItemReader> reader, Progress progress) {
    return ofNext(tx -> items(tx, version, reader), progress);
  }

  /**
   * All embeddings of a version that does not serve yet.
   *
   * @param progress asked whether to go on
   */
  LiveEmbeddings nextEmbeddings(Version version, NewNodes since, Progress progress) {
    return ofNext(tx -> embeddings(tx, version, since), progress);
  }

  private <T> T ofNext(Function<Transaction, T> reading, Progress progress) {
    try (Transaction tx = LongReading.begin(database)) {
      return TerminationWatch.during(() -> reading.apply(tx), tx, progress);
    }
  }

  private LiveEmbeddings embeddings(Transaction tx, Version version, NewNodes since) {
    return LiveEmbeddings.read(database, tx, version.model(), version.parameters(), since);
  }

  private static LiveModel items(Transaction tx, Version version, Optional<ItemReader> reader) {
    return new LiveReader(tx).read(version.model(), version.parameters(), reader);
  }

  /** What is read in a transaction of its own; empty if another version is live by then. */
  private <T> Optional<T> ofVersion(ModelNode model, Function<Transaction, T> reading) {
    try (Transaction tx = LongReading.begin(database)) {
      return Attempts.ofOneVersion(
              () -> store.version(tx, modelName).filter(model.version()::equals),
              version -> version.map(same -> reading.apply(tx)))
          .flatMap(read -> read);
    }
  }
}
