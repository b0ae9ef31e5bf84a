package org.metarec.graph.live.item;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metarec.graph.node.NodeKey;

/**
 * What tells items of this store apart for as long as they live: hashes of their keys and ids.
 * Their numbers do not, for they are ranks: once an item is deleted, all after it have others when
 * all are read again. Immutable.
 */
public final class KeyHashes {
  private final int[] base;
  private final Map<Integer, Integer> overlay;
  private final Map<Integer, Integer> changed = new HashMap<>();

  private KeyHashes(int[] base, Map<Integer, Integer> overlay) {
    this.base = base;
    this.overlay = overlay;
    overlay.forEach(
        (item, hash) -> {
          if (item < base.length && hash != base[item]) {
            changed.put(item, hash);
          }
        });
  }

  /**
   * A base: those of all items as they are read.
   *
   * @param keys in their order, of trained items and then of the others
   * @param trainedItems how many of them the training knew
   */
  public static KeyHashes of(List<NodeKey> keys, int trainedItems) {
    int[] hashes = new int[keys.size()];
    for (int item = 0; item < hashes.length; item++) {
      hashes[item] = of(keys.get(item), item < trainedItems);
    }
    return new KeyHashes(hashes, Map.of());
  }

  /** An item that is created again in the place of a trained one is another. */
  static int of(NodeKey key, boolean isTrained) {
    return isTrained ? key.hash() & Integer.MAX_VALUE : key.hash() | Integer.MIN_VALUE;
  }

  /** The base of these with an overlay. */
  public KeyHashes with(ChangedRows rows) {
    return new KeyHashes(base, rows.keyHashes());
  }

  /** Those of the base's items that bear another key than they were numbered by; not a copy. */
  public Map<Integer, Integer> changed() {
    return changed;
  }

  public int of(int item) {
    Integer now = overlay.get(item);
    return now == null ? base[item] : now;
  }
}
