package org.metarec.graph.live;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** Nodes that were given labels since embeddings were read, new ones first of all. Thread-safe. */
final class NewNodes {
  /** Of more than these all embeddings are read again. */
  private static final int MOST = 100_000;

  private final Map<String, Set<Long>> idsByLabel = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();

  void add(String label, Set<Long> nodeIds) {
    if (!areMany()) {
      idsByLabel.computeIfAbsent(label, name -> ConcurrentHashMap.newKeySet()).addAll(nodeIds);
      count.addAndGet(nodeIds.size());
    }
  }

  boolean areMany() {
    return count.get() > MOST;
  }

  Set<String> labels() {
    return idsByLabel.keySet();
  }

  /** Those that were given one of the labels; one of two labels may come twice. */
  LongStream ids(Set<String> labels) {
    return labels.stream()
        .flatMap(label -> idsByLabel.getOrDefault(label, Set.of()).stream())
        .mapToLong(Long::longValue);
  }
}
