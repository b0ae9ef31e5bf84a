package org.metarec.graph.live;

import java.util.Optional;
import org.metarec.graph.live.embedding.LiveEmbeddings;
import org.metarec.graph.live.embedding.NewNodes;

/**
 * All embeddings of one model, read by whoever asks first; again where another version is live, or
 * many nodes are new. Thread-safe.
 */
final class SharedEmbeddings {
  private final VersionReader reader;
  private final GraphChanges changes;
  private volatile Optional<LiveEmbeddings> latest = Optional.empty();
  private boolean isEnded;

  SharedEmbeddings(VersionReader reader, GraphChanges changes) {
    this.reader = reader;
    this.changes = changes;
  }

  /** Those of a version, if they have been read and few nodes are new. */
  Optional<LiveEmbeddings> inMemory(String version) {
    return latest
        .filter(loaded -> loaded.model().version().equals(version))
        .filter(loaded -> !loaded.since().areMany());
  }

  /** Those of a version, read now unless they are in memory. */
  synchronized LiveEmbeddings of(String version) {
    return inMemory(version).orElseGet(this::read);
  }

  private LiveEmbeddings read() {
    NewNodes since = new NewNodes();
    changes.begin(since);
    Optional<LiveEmbeddings> read = Optional.empty();
    try {
      read = Optional.of(reader.embeddings(since)); // begins after the watch
    } finally {
      if (read.isEmpty()) {
        changes.end(since);
      }
    }
    forgetLatest();
    latest = read;
    if (isEnded) {
      forgetLatest();
    }
    return read.get();
  }

  private void forgetLatest() {
    latest.map(LiveEmbeddings::since).ifPresent(changes::end);
    latest = Optional.empty();
  }

  /** To keep nothing and be told of nothing more. */
  synchronized void end() {
    isEnded = true;
    forgetLatest();
  }
}
