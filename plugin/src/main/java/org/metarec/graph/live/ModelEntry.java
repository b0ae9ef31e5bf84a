package org.metarec.graph.live;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.metarec.GraphMismatchException;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.graph.store.ModelStore;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/** One model of a {@link ModelCatalog}: what is in memory of it, and when it is read again. */
final class ModelEntry {
  /** So many changed items are carried along, or a hundredth of all, before all are read again. */
  private static final int MOST_CHANGED = 1000;

  private final String modelName;
  private final GraphDatabaseService database;
  private final ModelStore store;
  private final GraphChanges changes;
  private final Executor background;
  private volatile Optional<Reading> latest = Optional.empty();
  private volatile Optional<LiveEmbeddings> embeddings = Optional.empty();
  private final AtomicBoolean isDraining = new AtomicBoolean();
  private boolean isFolding;

  /**
   * @param background does what nobody waits for
   */
  ModelEntry(
      String modelName,
      GraphDatabaseService database,
      ModelStore store,
      GraphChanges changes,
      Executor background) {
    this.modelName = modelName;
    this.database = database;
    this.store = store;
    this.changes = changes;
    this.background = background;
  }

  /** What was read, and what tells of later changes. */
  private record Reading(ChangedItems items, ItemWatch watch) {

    boolean isOf(String version) {
      return items.live().model().version().equals(version);
    }
  }

  /** The model of a version, with items and relations of now. */
  LiveModel live(String version) {
    return items(version).live();
  }

  /** Likewise, with what it was made of. */
  ChangedItems items(String version) {
    return calm(version)
        .orElseGet(
            () -> {
              synchronized (this) {
                return calm(version).orElseGet(() -> readAgain(version));
              }
            });
  }

  /** The model of a version; its items may be those of before. */
  LiveModel anyLive(String version) {
    return latest
        .filter(reading -> reading.isOf(version))
        .map(reading -> reading.items().live())
        .orElseGet(() -> live(version));
  }

  private Optional<ChangedItems> calm(String version) {
    return latest
        .filter(reading -> reading.isOf(version) && reading.watch().isCalm())
        .map(Reading::items);
  }

  private ChangedItems readAgain(String version) {
    Reading before = latest.orElse(null);
    if (before != null && before.isOf(version) && !before.watch().needsAll()) {
      return drain(before);
    }
    Reading all = readAll();
    become(all);
    return all.items();
  }

  /** Reads the nodes that changed since. */
  private ChangedItems drain(Reading before) {
    Map<Long, Long> pending = before.watch().pending();
    Collection<ReadItem> read =
        Attempts.untilWhole(
            modelName,
            () -> {
              try (Transaction tx = database.beginTx()) {
                return Optional.of(
                    new LiveReader(tx).changed(pending.keySet(), before.items().live()));
              }
            });
    Reading now = new Reading(before.items().with(read), before.watch());
    latest = Optional.of(now);
    before.watch().done(pending);
    foldIfMany(now);
    return now.items();
  }

  /** Lets the next request find less to read. */
  private void drainSoon() {
    if (isDraining.compareAndSet(false, true)) {
      background.execute(
          () -> {
            isDraining.set(false);
            latest.ifPresent(reading -> readAhead(reading.items().live().model().version()));
          });
    }
  }

  private void readAhead(String version) {
    try {
      items(version);
    } catch (GraphMismatchException dropped) {
      // nobody asked: who asks next is told that the model is gone
    }
  }

  private void foldIfMany(Reading now) {
    int most = Math.max(MOST_CHANGED, now.items().live().items().count() / 100);
    if (now.items().size() > most && !isFolding) {
      isFolding = true;
      background.execute(this::fold);
    }
  }

  /** Reads all items again while the changed ones are carried along. */
  private void fold() {
    try {
      Reading all = readAll();
      synchronized (this) {
        latest
            .filter(reading -> reading.isOf(all.items().live().model().version()))
            .ifPresentOrElse(reading -> become(all), () -> changes.end(all.watch()));
      }
    } finally {
      synchronized (this) {
        isFolding = false;
      }
    }
  }

  private void become(Reading reading) {
    latest.ifPresent(before -> changes.end(before.watch()));
    latest = Optional.of(reading);
  }

  /** Reads all, and is told of what changes meanwhile. */
  private Reading readAll() {
    return Attempts.untilWhole(
        modelName,
        () -> {
          ModelNode model = readWhole(tx -> store.require(tx, modelName));
          ModelParameters parameters = readWhole(tx -> store.parameters(tx, model));
          ItemWatch watch = new ItemWatch(ItemNames.of(model), this::drainSoon);
          changes.begin(watch);
          Optional<LiveModel> read = Optional.empty();
          try {
            read = read(model, parameters);
          } finally {
            if (read.isEmpty()) {
              changes.end(watch);
            }
          }
          return read.map(live -> new Reading(new ChangedItems(live), watch));
        });
  }

  /** In a transaction that begins after the watch; empty if the version is another by then. */
  private Optional<LiveModel> read(ModelNode model, ModelParameters parameters) {
    try (Transaction tx = database.beginTx()) {
      return Attempts.ofOneVersion(
              () -> store.version(tx, modelName).filter(model.version()::equals),
              version -> version.map(same -> new LiveReader(tx).read(model, parameters)))
          .flatMap(read -> read);
    }
  }

  /** The embeddings of all nodes in a version. */
  LiveEmbeddings embeddings(String version) {
    return embeddingsOf(version)
        .orElseGet(
            () -> {
              synchronized (this) {
                return embeddingsOf(version).orElseGet(this::readEmbeddings);
              }
            });
  }

  private Optional<LiveEmbeddings> embeddingsOf(String version) {
    return embeddings.filter(loaded -> loaded.model().version().equals(version));
  }

  private LiveEmbeddings readEmbeddings() {
    LiveEmbeddings read = readWhole(tx -> LiveEmbeddings.read(tx, store, modelName));
    embeddings = Optional.of(read);
    return read;
  }

  /** Reads until nothing was published meanwhile: then what was read is of one version. */
  private <T> T readWhole(Function<Transaction, T> reading) {
    return Attempts.untilWhole(
        modelName,
        () -> {
          try (Transaction tx = database.beginTx()) {
            return Attempts.ofOneVersion(
                () -> store.version(tx, modelName), version -> reading.apply(tx));
          }
        });
  }
}
