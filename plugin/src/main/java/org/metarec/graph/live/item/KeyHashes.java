package org.metarec.graph.live.item;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.metarec.graph.node.NodeKey;

/**
 * What tells items apart for as long as they live: hashes of their keys. Their numbers do not, for
 * they are ranks: once an item is deleted, all after it have others when all are read again.
 * Immutable.
 */
public final class KeyHashes {
  private final int[] base;
  private final BitSet twins;
  private final Map<Integer, Integer> overlay;

  private KeyHashes(int[] base, BitSet twins, Map<Integer, Integer> overlay) {
    this.base = base;
    this.twins = twins;
    this.overlay = overlay;
  }

  /**
   * A base: those of all items as they are read.
   *
   * @param keys in their order, of trained items and then of the others
   * @param trainedItems how many of them the training knew
   */
  public static KeyHashes of(List<NodeKey> keys, int trainedItems) {
    int[] hashes = new int[keys.size()];
    BitSet twins = new BitSet();
    for (int item = 0; item < hashes.length; item++) {
      NodeKey key = keys.get(item);
      hashes[item] = of(key, item < trainedItems);
      if (item > 0 && key.isLike(keys.get(item - 1))) {
        twins.set(item - 1, item + 1);
      }
    }
    twins.stream().forEach(item -> hashes[item] += Long.hashCode(keys.get(item).nodeId()));
    return new KeyHashes(hashes, twins, Map.of());
  }

  /** An item that is created again under the key of a trained one is another. */
  static int of(NodeKey key, boolean isTrained) {
    return isTrained ? key.hash() & Integer.MAX_VALUE : key.hash() | Integer.MIN_VALUE;
  }

  /** The base of these with an overlay. */
  public KeyHashes with(ChangedRows changed) {
    return new KeyHashes(base, twins, changed.keyHashes());
  }

  /** That of an item. Where keys are not unique, it is of the node's id too, this store's own. */
  public int of(int item) {
    Integer changed = overlay.get(item);
    return changed == null || twins.get(item) ? base[item] : changed;
  }
}
