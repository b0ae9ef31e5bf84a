package org.metarec.graph.live.embedding;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.metarec.graph.node.RelationEnds;

/**
 * Nodes that were given labels since embeddings were read, new ones first of all, and the labels
 * that came to the ends of relationships. Thread-safe.
 */
public final class NewNodes {
  /** Of more than these all embeddings are read again. */
  private static final int MOST = 100_000;

  private final Map<String, Set<Long>> idsByLabel = new ConcurrentHashMap<>();
  private final Map<String, RelationEnds> endsByType = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();

  public void add(String label, Set<Long> nodeIds) {
    if (!areMany()) {
      idsByLabel.computeIfAbsent(label, name -> ConcurrentHashMap.newKeySet()).addAll(nodeIds);
      count.addAndGet(nodeIds.size());
    }
  }

  public void add(String relationshipType, RelationEnds added) {
    endsByType.merge(relationshipType, added, RelationEnds::with);
  }

  /** Notes a commit whose content is unknown. */
  public void addUnknown() {
    count.set(MOST + 1L);
  }

  public boolean areMany() {
    return count.get() > MOST;
  }

  /** With the labels that have come to the ends of relationships of the type. */
  RelationEnds with(RelationEnds read, String relationshipType) {
    RelationEnds added = endsByType.get(relationshipType);
    return added == null ? read : read.with(added);
  }

  /** Those that were given one of the labels; one of two labels may come twice. */
  LongStream ids(Set<String> labels) {
    return labels.stream()
        .flatMap(label -> idsByLabel.getOrDefault(label, Set.of()).stream())
        .mapToLong(Long::longValue);
  }
}
