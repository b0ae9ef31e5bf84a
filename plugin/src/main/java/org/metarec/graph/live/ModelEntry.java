package org.metarec.graph.live;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.metarec.graph.live.item.ItemNames;
import org.metarec.graph.live.item.ItemReader;
import org.metarec.graph.live.model.ChangedItems;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.live.waiting.EndableLock;
import org.metarec.graph.live.waiting.EndableWait;
import org.metarec.graph.store.ModelStore;
import org.neo4j.graphdb.GraphDatabaseService;

/** One model of a {@link ModelCatalog}: what is in memory of it, and when it is read again. */
final class ModelEntry {
  /** So many items the overlay holds, or a hundredth of all, before a new base is read. */
  private static final int MOST_IN_OVERLAY = 1000;

  /** If more are committed all the time than are read, that has to end. */
  private static final int MOST_ROUNDS = 20;

  private final String modelName;
  private final GraphDatabaseService database;
  private final VersionReader reader;
  private final GraphChanges changes;
  private final Background background;
  private final ChangesReader changed;
  private final SharedEmbeddings embeddings;
  private final EndableLock lock = new EndableLock();
  private volatile Optional<Reading> latest = Optional.empty();
  private final ItemWatch.Owner notices = new Notices();
  private final AtomicBoolean isDraining = new AtomicBoolean();
  private final AtomicBoolean isFolding = new AtomicBoolean();
  private volatile boolean isEnded;

  ModelEntry(
      String modelName,
      GraphDatabaseService database,
      ModelStore store,
      GraphChanges changes,
      Background background) {
    this.modelName = modelName;
    this.database = database;
    this.reader = new VersionReader(modelName, database, store);
    this.changes = changes;
    this.background = background;
    this.changed = new ChangesReader(modelName, database, background);
    this.embeddings = new SharedEmbeddings(reader, changes);
  }

  /**
   * The model of a version with items and relations of now: all that was committed before the call.
   * Whoever waits for another's reading takes it, even if more has been committed since.
   *
   * @param checkRunning asked while the caller waits, who is free to go then; so what takes long is
   *     read by another thread, which goes on
   */
  ChangedItems items(String version, Runnable checkRunning) {
    Optional<Reading> before = latest.filter(reading -> reading.isOf(version));
    long now = before.map(reading -> reading.watch().moment()).orElse(0L);
    if (before.isPresent() && before.get().isUpTo(now)) {
      return before.get().items();
    }
    return lock.alone(() -> readBy(version, before, now).or(() -> readSoon(version)), checkRunning)
        .orElseGet(() -> EndableWait.until(() -> readLong(version), checkRunning))
        .items();
  }

  /** What another has read meanwhile, if that is enough. */
  private Optional<Reading> readBy(String version, Optional<Reading> before, long moment) {
    return latest
        .filter(reading -> reading.isOf(version) && reading.isUpTo(moment))
        .filter(reading -> before.stream().anyMatch(b -> b.watch().equals(reading.watch())));
  }

  /** Reads what has changed, if that is little. */
  private Optional<Reading> readSoon(String version) {
    return latest
        .filter(reading -> reading.isOf(version) && reading.watch().isLittle())
        .map(reading -> readAgain(version));
  }

  /** Reads what serves, unless it has been read. */
  void readAhead() {
    lock.alone(
        () -> {
          if (latest.isEmpty() && !isEnded) {
            become(readAll());
          }
        });
  }

  /** Reads on another thread; whoever comes after another finds what was read for them. */
  private Reading readLong(String version) {
    return lock.alone(() -> readAgain(version), () -> {});
  }

  /** The model of a version, if it has been read; its items may be those of before. */
  Optional<LiveModel> inMemory(String version) {
    return latest.filter(reading -> reading.isOf(version)).map(Reading::live);
  }

  private Reading readAgain(String version) {
    Reading before = latest.orElse(null);
    // who asks for a version that has been replaced meanwhile asks again, for what is there
    if (before != null
        && !before.watch().needsAll()
        && (before.isOf(version) || reader.isLive(before.live().model()))) {
      Reading now = changed.upToNow(before);
      latest = Optional.of(now);
      foldIfMany(now);
      return now;
    }
    return become(readAll());
  }

  /** What is told of commits. */
  private final class Notices implements ItemWatch.Owner {
    /** While the transaction is written, what it will make of the items is made. */
    @Override
    public void manyWillChange(PrecommitItems precommit) {
      background.execute(() -> committed(precommit));
    }

    /** Whoever writes so much waits until that is done, so that no request has to. */
    @Override
    public void committed(PrecommitItems precommit) {
      latest.ifPresent(reading -> precommit.after(database, reading.items()));
    }

    /** Lets the next request find less to read. */
    @Override
    public void manyHaveChanged() {
      if (isDraining.compareAndSet(false, true)) {
        background.execute(
            () -> {
              isDraining.set(false);
              latest.ifPresent(reading -> readLong(reading.live().model().version()));
            });
      }
    }
  }

  private void foldIfMany(Reading now) {
    int most = Math.max(MOST_IN_OVERLAY, now.live().items().count() / 100);
    if (now.items().size() > most && isFolding.compareAndSet(false, true)) {
      background.execute(this::fold);
    }
  }

  /**
   * Reads a new base while the old one serves with its overlay. What changes meanwhile is read
   * before others are given the result, so that none of them finds much left.
   */
  private void fold() {
    try {
      Reading all = readAll();
      try {
        for (int i = 0; i < MOST_ROUNDS && !all.watch().isLittle(); i++) {
          all = changed.upToNow(all);
        }
      } finally {
        takeOver(all); // what is not read is pending still
      }
    } finally {
      isFolding.set(false);
    }
  }

  private void takeOver(Reading all) {
    lock.alone(
        () -> {
          if (latest.stream().anyMatch(reading -> reading.isOf(all.live().model().version()))) {
            become(all);
          } else {
            changes.end(all.watch());
          }
        });
  }

  /** Until the new one is there for all, the watch of the one before is told too. */
  private Reading become(Reading reading) {
    Optional<Reading> before = latest;
    latest = Optional.of(reading);
    before.ifPresent(last -> changes.end(last.watch()));
    changes.histories().keepOnly(modelName, reading.items().base().items());
    if (isEnded) {
      forgetLatest(); // whoever waited for it has it; nobody else comes
    }
    return reading;
  }

  private void forgetLatest() {
    latest.map(Reading::watch).ifPresent(changes::end);
    latest = Optional.empty();
  }

  /** Reads all, and is told of what changes meanwhile. */
  private Reading readAll() {
    return Attempts.untilWhole(
        modelName,
        () -> {
          VersionReader.Version version = reader.version();
          Optional<ItemReader> itemReader = itemReader(version);
          ItemWatch watch = new ItemWatch(ItemNames.of(version.model()), itemReader, notices);
          changes.begin(watch);
          Optional<LiveModel> read = Optional.empty();
          try {
            read = reader.items(version, itemReader); // begins after the watch
          } finally {
            if (read.isEmpty()) {
              changes.end(watch);
            }
          }
          return read.map(live -> new Reading(new ChangedItems(live), watch, 0));
        });
  }

  /** The one of the same version, with what it has read of attributes, if there is one. */
  private Optional<ItemReader> itemReader(VersionReader.Version version) {
    return latest
        .filter(reading -> reading.isOf(version.model().version()))
        .flatMap(reading -> reading.live().taste().map(taste -> taste.reader()))
        .or(version::itemReader);
  }

  /** The embeddings of all nodes. */
  SharedEmbeddings embeddings() {
    return embeddings;
  }

  /** To keep nothing and be told of nothing more; waits for whoever reads the model. */
  void end() {
    isEnded = true;
    lock.alone(this::forgetLatest);
    embeddings.end();
  }
}
