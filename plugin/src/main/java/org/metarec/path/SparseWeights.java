package org.metarec.path;

import java.util.Arrays;

/**
 * One number for each of many dense ids, 0 for all but a few: an open hash table, so that setting
 * and clearing cost the few. Not thread-safe.
 */
final class SparseWeights {
  private static final int FIRST_CAPACITY = 64;

  /**
   * 2^32 over the golden ratio: a product with it spreads neighbours apart (Knuth, TAOCP 3, 6.4).
   */
  static final int SPREAD = 0x9E3779B9;

  private int[] ids = new int[FIRST_CAPACITY / 2];
  private int size;
  private int[] slots = new int[FIRST_CAPACITY]; // 0, or one more than the place of the id
  private float[] values = new float[FIRST_CAPACITY / 2];

  void add(int id, float weight) {
    int place = place(id);
    if (place < 0) {
      place = insert(id);
    }
    values[place] += weight;
  }

  float get(int id) {
    int place = place(id);
    return place < 0 ? 0 : values[place];
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
    if (size > 0) {
      Arrays.fill(slots, 0);
      Arrays.fill(values, 0, size, 0);
      size = 0;
    }
  }

  private int place(int id) {
    int slot = slot(id);
    while (slots[slot] != 0) {
      if (ids[slots[slot] - 1] == id) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  private int slot(int id) {
    return (id * SPREAD) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
  }

  private int insert(int id) {
    if (size == ids.length) {
      grow();
    }
    ids[size] = id;
    occupy(size);
    return size++;
  }

  private void grow() {
    ids = Arrays.copyOf(ids, 2 * size);
    values = Arrays.copyOf(values, 2 * size);
    slots = new int[2 * slots.length];
    for (int place = 0; place < size; place++) {
      occupy(place);
    }
  }

  private void occupy(int place) {
    int slot = slot(ids[place]);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = place + 1;
  }
}
