package org.metarec.graph.live.item;

import java.util.Map;

/**
 * What tells items apart for as long as they live: hashes of their keys. Their numbers do not, for
 * they are ranks: once an item is deleted, all after it have others when all are read again.
 * Immutable.
 */
public final class KeyHashes {
  private final int[] read;
  private final Map<Integer, Integer> differing;

  /**
   * @param read by the items' numbers; taken over
   */
  public KeyHashes(int[] read) {
    this(read, Map.of());
  }

  private KeyHashes(int[] read, Map<Integer, Integer> differing) {
    this.read = read;
    this.differing = differing;
  }

  /** Those of all items as they were read, but for these. */
  public KeyHashes with(ChangedRows changed) {
    return new KeyHashes(read, changed.keyHashes());
  }

  /** That of an item, see {@link org.metarec.graph.NodeKey#hash}. */
  public int of(int item) {
    Integer changed = differing.get(item);
    return changed == null ? read[item] : changed;
  }
}
