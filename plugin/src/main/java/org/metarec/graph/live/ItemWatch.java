package org.metarec.graph.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

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
  private final Owner owner;
  private final Deque<ItemChanges> pending = new ArrayDeque<>();
  private int pendingNodes;
  private volatile long moment;
  private volatile boolean all;

  /** Is told what cannot wait, on the thread of whoever commits. */
  interface Owner {
    /** A transaction that is about to be committed, or not, would link many nodes with items. */
    void manyWillBeLinked(List<ItemChanges.NewLink> links);

    /** Ids of these changes may be those of other nodes now. */
    void forget(ItemChanges changes);

    /** Many nodes have changed. */
    void manyHaveChanged();
  }

  ItemWatch(ItemNames names, Owner owner) {
    this.names = names;
    this.owner = owner;
  }

  ItemNames names() {
    return names;
  }

  /** Takes what a transaction is about to commit, or not. */
  void announce(ItemChanges changes) {
    if (changes.links().size() > MANY) {
      owner.manyWillBeLinked(changes.links());
    }
  }

  /** Takes what was committed. */
  void add(ItemChanges changes) {
    owner.forget(changes);
    if (changes.size() > 0 && enqueue(changes) > MANY) {
      owner.manyHaveChanged();
    }
  }

  private synchronized int enqueue(ItemChanges changes) {
    pending.addLast(changes);
    pendingNodes += changes.size();
    all |= pendingNodes > MOST;
    moment++;
    return pendingNodes;
  }

  /** Takes that something was committed, nobody knows what. */
  void addAll() {
    all = true;
  }

  boolean needsAll() {
    return all;
  }

  /** How many transactions have been told of. */
  long moment() {
    return moment;
  }

  /** How many nodes are to be read again. */
  synchronized int pendingNodes() {
    return pendingNodes;
  }

  /** What is to be read again, oldest first; all up to a moment that was asked for before. */
  synchronized List<ItemChanges> pending() {
    return List.copyOf(pending);
  }

  /** Forgets what was read again, the oldest. */
  synchronized void done(List<ItemChanges> read) {
    for (ItemChanges changes : read) {
      pending.removeFirst();
      pendingNodes -= changes.size();
    }
  }
}
