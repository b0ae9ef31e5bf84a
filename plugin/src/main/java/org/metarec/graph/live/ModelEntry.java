package org.metarec.graph.live;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.metarec.graph.live.model.ChangedItems;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.store.ModelStore;
import org.metarec.graph.waiting.EndableLock;
import org.metarec.graph.waiting.EndableWait;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.GraphDatabaseService;

/** One model of a {@link ModelCatalog}: what is in memory of it, and when it is read again. */
final class ModelEntry {
  /** So many items the overlay holds, or a hundredth of all, before a new base is read. */
  private static final int MOST_IN_OVERLAY = 1000;

  private final String modelName;
  private final GraphDatabaseService database;
  private final VersionReader versions;
  private final WatchedReader reader;
  private final GraphChanges changes;
  private final Background background;
  private final ChangesReader changed;
  private final SharedEmbeddings embeddings;
  private final EndableLock lock = new EndableLock();
  private volatile Optional<Reading> latest = Optional.empty();
  private final NextVersion<Reading> next;
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
    this.versions = new VersionReader(modelName, database, store);
    this.reader = new WatchedReader(modelName, versions, changes, new Notices());
    this.changes = changes;
    this.next = new NextVersion<>(Reading::isOf, read -> changes.end(read.watch()));
    this.background = background;
    this.changed = new ChangesReader(modelName, database, background);
    this.embeddings = new SharedEmbeddings(versions, changes);
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
    long told = before.map(reading -> reading.watch().commits()).orElse(0L);
    if (before.isPresent() && before.get().isUpTo(told)) {
      return before.get().items();
    }
    return lock.alone(() -> readBy(version, before, told).or(() -> readSoon(version)), checkRunning)
        .orElseGet(() -> EndableWait.until(() -> readLong(version), checkRunning))
        .items();
  }

  /** What another has read meanwhile, if that is enough. */
  private Optional<Reading> readBy(String version, Optional<Reading> before, long commits) {
    return latest
        .filter(reading -> reading.isOf(version) && reading.isUpTo(commits))
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
            become(reader.allOfLive(latest));
          }
        });
  }

  /**
   * Reads of the version that will serve next what is in memory of the one before.
   *
   * @param progress asked whether to go on
   */
  void prepare(VersionReader.Version version, Progress progress) {
    next.forget(); // of a training whose end was not reported
    try {
      embeddings.prepare(version, progress);
    } finally {
      if (latest.isPresent()) { // last, so that little is committed between this and the flip
        changed.keepUp(reader.allOfNext(version, progress), next::keep, progress);
      }
    }
  }

  /** The version that was prepared for serves, or never will; does not block. */
  void endPreparing(String version, boolean serves) {
    if (serves) {
      background.execute(() -> lock.alone(() -> follow(version)));
      background.execute(() -> embeddings.follow(version));
    } else {
      next.forget();
      embeddings.forgetNext();
    }
  }

  /** What was prepared for a version takes the place of the one before. */
  private void follow(String version) {
    next.take(version).ifPresent(this::become);
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
    follow(version);
    return latest
        .filter(before -> !before.watch().needsAll())
        // who asks for a version that has been replaced meanwhile asks again, for what is there
        .filter(before -> before.isOf(version) || versions.isLive(before.live().model()))
        .map(this::upToNow)
        .orElseGet(() -> become(reader.allOfLive(latest)));
  }

  private Reading upToNow(Reading before) {
    Reading now = changed.upToNow(before);
    if (now.items().returned() > now.items().base().trainedItems()) {
      return become(reader.allOfLive(Optional.of(now))); // attributes are worth next to nothing
    }
    latest = Optional.of(now);
    foldIfDue(now);
    return now;
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
      Stream.of(latest, next.ready())
          .flatMap(Optional::stream)
          .filter(reading -> reading.watch().reader().equals(Optional.of(precommit.reader())))
          .forEach(reading -> precommit.after(database, reading.items()));
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

  private void foldIfDue(Reading now) {
    int most = Math.max(MOST_IN_OVERLAY, now.live().items().count() / 100);
    boolean isDue = now.items().size() > most || now.items().returned() > 0;
    if (isDue && isFolding.compareAndSet(false, true)) {
      background.execute(this::fold);
    }
  }

  /**
   * Reads a new base while the old one serves with its overlay. What changes meanwhile is read
   * before others are given the result, so that none of them finds much left.
   */
  private void fold() {
    try {
      changed.keepUp(reader.allOfLive(latest), this::takeOver, Progress.NONE);
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
      forgetLatest(); // those who waited for it have it, and nobody comes after them
    }
    return reading;
  }

  private void forgetLatest() {
    latest.map(Reading::watch).ifPresent(changes::end);
    latest = Optional.empty();
  }

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
