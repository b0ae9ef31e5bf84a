package org.metarec.graph.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/** Nodes that were created or got a label since embeddings were read. Thread-safe. */
final class NewNodes {
  /** Of more than these all embeddings are read again. */
  private static final int MOST = 100_000;

  private final Set<Long> ids = ConcurrentHashMap.newKeySet();

  void add(Set<Long> nodeIds) {
    if (!areMany()) {
      ids.addAll(nodeIds);
    }
  }

  boolean areMany() {
    return ids.size() > MOST;
  }

  LongStream ids() {
    return ids.stream().mapToLong(Long::longValue);
  }
}
