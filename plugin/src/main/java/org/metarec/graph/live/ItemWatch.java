package org.metarec.graph.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.metarec.graph.live.item.ItemChanges;
import org.metarec.graph.live.item.ItemNames;
import org.metarec.graph.live.item.ItemReader;
import org.neo4j.graphdb.event.TransactionData;

/**
 * What was committed of the nodes that a model's items are read from, until it is read again.
 * Thread-safe.
 */
final class ItemWatch {
  /** Of more changed nodes than this all items are read again. */
  private static final int MOST = 200_000;

  /** So many changed nodes are not left to the next request alone. */
  private static final int MANY = 256;

  private final ItemNames names;
  private final Optional<ItemReader> reader;
  private final Owner owner;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private int pendingNodes;
  private volatile long commits;
  private volatile boolean all;

  /** Is told what cannot wait, on the thread of whoever commits. */
  interface Owner {
    /** A transaction that is about to be committed, or not, changes many nodes. */
    void manyWillChange(PrecommitItems precommit);

    /** It has been committed, and no request has been told of it yet. */
    void committed(PrecommitItems precommit);

    /** Many nodes have changed. */
    void manyHaveChanged();
  }

  /** What a transaction changed, and what was made of it while it was committed. */
  record Pending(ItemChanges changes, Optional<PrecommitItems> precommit) {}

  /**
   * @param reader of the items; empty where the model has none
   */
  ItemWatch(ItemNames names, Optional<ItemReader> reader, Owner owner) {
    this.names = names;
    this.reader = reader;
    this.owner = owner;
  }

  ItemNames names() {
    return names;
  }

  Optional<ItemReader> reader() {
    return reader;
  }

  /**
   * Takes what a transaction is about to commit, or not.
   *
   * @return what is to be handed on when it has committed
   */
  Optional<PrecommitItems> announce(ItemChanges changes, TransactionData data) {
    if (reader.isEmpty() || changes.size() <= MANY || changes.size() > MOST) {
      return Optional.empty();
    }
    try {
      PrecommitItems precommit = new PrecommitItems(reader.get(), changes, data);
      owner.manyWillChange(precommit);
      return Optional.of(precommit);
    } catch (RuntimeException metByTheNextRequest) { // no reason to refuse the commit
      return Optional.empty();
    }
  }

  /** Takes what was committed, and what was made of it before. */
  void add(ItemChanges changes, Optional<PrecommitItems> precommit) {
    reader.ifPresent(of -> of.attributes().forget(changes.reused()));
    Pending committed = new Pending(changes, precommit.filter(this::isMade));
    if (changes.size() > 0 && enqueue(committed) > MANY) {
      owner.manyHaveChanged();
    }
  }

  /** If it cannot be made, the next request reads the nodes, and meets what was in the way. */
  private boolean isMade(PrecommitItems precommit) {
    try {
      owner.committed(precommit);
      return true;
    } catch (RuntimeException notMade) {
      return false;
    }
  }

  private synchronized int enqueue(Pending committed) {
    pending.addLast(committed);
    pendingNodes += committed.changes().size();
    if (pendingNodes > MOST) { // never false: another thread may set it meanwhile
      all = true;
    }
    commits++;
    return pendingNodes;
  }

  /** Notes a commit whose content is unknown. */
  void addAll() {
    all = true;
  }

  boolean needsAll() {
    return all;
  }

  /** How many transactions that changed something it was told of. */
  long commits() {
    return commits;
  }

  /** Whether what is to be read again can be left to the next request. */
  boolean isLittle() {
    return !all && pendingNodes() <= MANY;
  }

  /** How many nodes are to be read again. */
  synchronized int pendingNodes() {
    return pendingNodes;
  }

  /** What is to be read again, oldest first; all commits that were counted before. */
  synchronized List<Pending> pending() {
    return List.copyOf(pending);
  }

  /** Forgets what was read again, the oldest. */
  synchronized void done(List<Pending> read) {
    for (Pending committed : read) {
      pending.removeFirst();
      pendingNodes -= committed.changes().size();
    }
  }
}
