package org.metarec.graph.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The nodes that were committed with another label, relation or property of a model's items, until
 * they are read again. Thread-safe.
 */
final class ItemWatch {
  /** Of more changes than this all items are read again. */
  private static final int MOST = 200_000;

  /** So many changes are not left to the next request alone. */
  private static final int MANY = 256;

  private final ItemNames names;
  private final Runnable whenMany;
  private final AtomicLong clock = new AtomicLong();
  private final Map<Long, Long> pending = new ConcurrentHashMap<>();
  private volatile boolean all;

  /**
   * @param whenMany is told when a commit leaves many changes, on the thread of whoever commits
   */
  ItemWatch(ItemNames names, Runnable whenMany) {
    this.names = names;
    this.whenMany = whenMany;
  }

  ItemNames names() {
    return names;
  }

  /** Takes nodes whose change was committed. */
  void add(Set<Long> nodes) {
    long moment = clock.incrementAndGet();
    nodes.forEach(node -> pending.put(node, moment));
    if (pending.size() > MOST) {
      addAll();
    }
    if (pending.size() > MANY) {
      whenMany.run();
    }
  }

  /** Takes that something was committed, nobody knows what. */
  void addAll() {
    all = true;
  }

  /** Whether there is nothing to be read again. */
  boolean isCalm() {
    return pending.isEmpty() && !all;
  }

  boolean needsAll() {
    return all;
  }

  /** What is to be read again, each with the moment of its last change. */
  Map<Long, Long> pending() {
    return new HashMap<>(pending);
  }

  /** Forgets what was read again, but not what changed once more since. */
  void done(Map<Long, Long> read) {
    read.forEach(pending::remove);
  }
}
