package org.metarec.path;

import java.util.Arrays;

/**
 * One number for each of many dense ids, 0 for all but a few: an open hash table, so that setting
 * and clearing cost the few. Where there are not many ids, each has a slot of its own. Not
 * thread-safe.
 */
final class SparseWeights {
  private static final int FIRST_CAPACITY = 64;
  private static final int FEW_IDS = 256;

  /**
   * 2^32 over the golden ratio: a product with it spreads neighbours apart (Knuth, TAOCP 3, 6.4).
   */
  static final int SPREAD = 0x9E3779B9;

  private final boolean hashed;
  private final int idCount;
  private int[] ids;
  private int size;
  private int[] slots; // 0, or one more than the place of the id
  private float[] values;

  /**
   * @param idCount ids are smaller
   */
  SparseWeights(int idCount) {
    this.hashed = idCount > FEW_IDS;
    this.idCount = idCount;
    int capacity = hashed ? FIRST_CAPACITY / 2 : idCount;
    this.ids = new int[capacity];
    this.values = new float[capacity];
    this.slots = new int[hashed ? FIRST_CAPACITY : idCount];
  }

  void add(int id, float weight) {
    int place = place(id);
    if (place < 0) {
      place = insert(id);
    }
    values[place] += weight;
  }

  float get(int id) {
    int place = size == 0 ? -1 : place(id);
    return place < 0 ? 0 : values[place];
  }

  /** Adds {@code factor · value} to the sum of each id. */
  void addTo(float[] sums, float factor) {
    for (int place = 0; place < size; place++) {
      sums[ids[place]] += factor * values[place];
    }
  }

  /** The greatest of all values, ≥ 0. */
  float greatest() {
    float greatest = 0;
    for (int place = 0; place < size; place++) {
      greatest = Math.max(greatest, values[place]);
    }
    return greatest;
  }

  /** Number of ids that were set. */
  int size() {
    return size;
  }

  /** The ids in the order in which they were set first. */
  int id(int place) {
    return ids[place];
  }

  float value(int place) {
    return values[place];
  }

  void clear() {
    while (size > 0) { // the last first: a search for one passes only ids that were set before it
      size--;
      slots[slot(ids[size])] = 0;
      values[size] = 0;
    }
  }

  private int place(int id) {
    return slots[slot(id)] - 1;
  }

  /** The slot of an id, or, if it has none, the free one for it. */
  private int slot(int id) {
    if (!hashed) {
      return id;
    }
    int slot = (id * SPREAD) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
    while (slots[slot] != 0 && ids[slots[slot] - 1] != id) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int insert(int id) {
    reserve(1);
    ids[size] = id;
    slots[slot(id)] = size + 1;
    return size++;
  }

  /** Makes room for so many more ids, or all that there are. */
  void reserve(int more) {
    int capacity = ids.length;
    while (capacity < Math.min(size + more, idCount)) {
      capacity *= 2;
    }
    if (capacity > ids.length) {
      ids = Arrays.copyOf(ids, capacity);
      values = Arrays.copyOf(values, capacity);
      slots = new int[2 * capacity];
      for (int place = 0; place < size; place++) {
        slots[slot(ids[place])] = place + 1;
      }
    }
  }
}
