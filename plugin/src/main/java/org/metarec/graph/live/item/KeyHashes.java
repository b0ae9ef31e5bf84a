package org.metarec.graph.live.item;

import java.util.Map;

/**
 * What tells items apart for as long as they live: hashes of their keys. Their numbers do not, for
 * they are ranks: once an item is deleted, all after it have others when all are read again.
 * Immutable.
 */
public final class KeyHashes {
  private final long[] read;
  private final Map<Integer, Long> differing;

  /**
   * @param read by the items' numbers; taken over
   */
  public KeyHashes(long[] read) {
    this(read, Map.of());
  }

  private KeyHashes(long[] read, Map<Integer, Long> differing) {
    this.read = read;
    this.differing = differing;
  }

  /** Those of all items as they were read, but for these. */
  public KeyHashes with(ChangedRows changed) {
    return new KeyHashes(read, changed.keyHashes());
  }

  /** That of an item, see {@link org.metarec.graph.NodeKey#hash}. */
  public long of(int item) {
    Long changed = differing.get(item);
    return changed == null ? read[item] : changed;
  }
}
