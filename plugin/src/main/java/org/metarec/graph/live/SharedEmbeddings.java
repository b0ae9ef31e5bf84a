package org.metarec.graph.live;

import java.util.Optional;
import java.util.function.Function;
import org.metarec.graph.live.embedding.LiveEmbeddings;
import org.metarec.graph.live.embedding.NewNodes;
import org.metarec.graph.waiting.EndableLock;
import org.metarec.graph.waiting.EndableWait;
import org.metarec.triple.Progress;

/**
 * All embeddings of one model, read by whoever asks first; again where many nodes are new. Those of
 * the next version are read before it serves, if those of the one before are in memory.
 * Thread-safe.
 */
final class SharedEmbeddings {
  private final VersionReader reader;
  private final GraphChanges changes;
  private final NextVersion<LiveEmbeddings> next;
  private final EndableLock lock = new EndableLock();
  private volatile Optional<LiveEmbeddings> latest = Optional.empty();
  private boolean isEnded;

  SharedEmbeddings(VersionReader reader, GraphChanges changes) {
    this.reader = reader;
    this.changes = changes;
    this.next = new NextVersion<>(LiveEmbeddings::isOf, read -> changes.end(read.since()));
  }

  /** Those of a version, if they have been read and few nodes are new. */
  private Optional<LiveEmbeddings> inMemory(String version) {
    return latest.filter(read -> read.isOf(version)).filter(read -> !read.since().areMany());
  }

  /**
   * Those of a version, or, if another serves by now, of that; read unless they are in memory.
   *
   * @param checkRunning asked while the caller waits, who is free to go then: another thread reads
   */
  LiveEmbeddings of(String version, Runnable checkRunning) {
    return inMemory(version)
        .or(() -> lock.alone(() -> ready(version), checkRunning)) // waits for whoever reads
        .orElseGet(() -> EndableWait.until(() -> read(version), checkRunning));
  }

  private LiveEmbeddings read(String version) {
    return lock.alone(
        () -> ready(version).orElseGet(() -> become(watched(reader::embeddings))), () -> {});
  }

  private Optional<LiveEmbeddings> ready(String version) {
    becomeNext(version);
    return inMemory(version)
        .or(
            () ->
                latest
                    .map(LiveEmbeddings::model)
                    .filter(reader::isLive)
                    .flatMap(live -> inMemory(live.version())));
  }

  /**
   * Reads those of the version that will serve next, if those of the one before are in memory.
   *
   * @param progress asked whether to go on
   */
  void prepare(VersionReader.Version version, Progress progress) {
    next.forget(); // of a training whose end was not reported
    if (latest.isPresent()) {
      next.keep(watched(since -> reader.nextEmbeddings(version, since, progress)));
    }
  }

  /** What was prepared for a version takes the place of the one before. */
  void follow(String version) {
    lock.alone(() -> becomeNext(version));
  }

  private void becomeNext(String version) {
    next.take(version).ifPresent(this::become);
  }

  /** What was prepared will never serve. */
  void forgetNext() {
    next.forget();
  }

  private LiveEmbeddings watched(Function<NewNodes, LiveEmbeddings> reading) {
    NewNodes since = new NewNodes();
    return changes.watched(since, () -> Optional.of(reading.apply(since))).orElseThrow();
  }

  private LiveEmbeddings become(LiveEmbeddings read) {
    forgetLatest();
    latest = Optional.of(read);
    if (isEnded) {
      forgetLatest();
    }
    return read;
  }

  private void forgetLatest() {
    latest.map(LiveEmbeddings::since).ifPresent(changes::end);
    latest = Optional.empty();
  }

  /** To keep nothing and be told of nothing more. */
  void end() {
    lock.alone(
        () -> {
          isEnded = true;
          forgetLatest();
        });
  }
}
