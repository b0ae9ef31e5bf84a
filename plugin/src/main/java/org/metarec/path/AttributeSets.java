package org.metarec.path;

import java.util.Arrays;
import java.util.Optional;

/**
 * The distinct sets of attributes that the items of one relation have, where they are few: films
 * have a hundred thousand casts, but two thousand combinations of genres. What a user's clicks give
 * a set they give every item that has it. Immutable.
 */
final class AttributeSets {
  /** More sets than one for so many items gain nothing over going from attributes to items. */
  private static final int ITEMS_PER_SET = 8;

  private final int[] setOfItem;
  private final int[] attributes; // of all sets, ascending
  private final int[] from; // of each set, in members
  private final int[] members; // places in attributes

  /**
   * @param itemOfSet an item that has it
   * @param links attributes of each item
   */
  private AttributeSets(int[] setOfItem, int[] itemOfSet, Links links) {
    this.setOfItem = setOfItem;
    this.attributes =
        Arrays.stream(itemOfSet).flatMap(links::targets).sorted().distinct().toArray();
    this.from = new int[itemOfSet.length + 1];
    for (int set = 0; set < itemOfSet.length; set++) {
      from[set + 1] = from[set] + links.degree(itemOfSet[set]);
    }
    this.members =
        Arrays.stream(itemOfSet)
            .flatMap(links::targets)
            .map(attribute -> Arrays.binarySearch(attributes, attribute))
            .toArray();
  }

  /**
   * Finds the sets.
   *
   * @param links attributes of each item
   * @return empty if there are too many
   */
  static Optional<AttributeSets> of(Links links) {
    int itemCount = links.sourceCount();
    int most = itemCount / ITEMS_PER_SET;
    int[] slots = new int[Math.max(2, 2 * Integer.highestOneBit(Math.max(1, 2 * most)))];
    int[] setOfItem = new int[itemCount];
    int[] itemOfSet = new int[most];
    int sets = 0;
    for (int item = 0; item < itemCount; item++) {
      int slot = hash(links, item) & (slots.length - 1);
      while (slots[slot] != 0 && !alike(links, itemOfSet[slots[slot] - 1], item)) {
        slot = (slot + 1) & (slots.length - 1);
      }
      if (slots[slot] == 0) {
        if (sets == most) {
          return Optional.empty();
        }
        itemOfSet[sets++] = item;
        slots[slot] = sets;
      }
      setOfItem[item] = slots[slot] - 1;
    }
    return Optional.of(new AttributeSets(setOfItem, Arrays.copyOf(itemOfSet, sets), links));
  }

  private static int hash(Links links, int item) {
    int hash = 0;
    for (int link = links.from(item); link < links.to(item); link++) {
      hash = (hash + links.target(link)) * SparseWeights.SPREAD;
      hash ^= hash >>> 15; // of a product the high bits are the mixed ones
    }
    return hash;
  }

  private static boolean alike(Links links, int one, int other) {
    int from = links.from(one);
    int otherFrom = links.from(other);
    if (links.degree(one) != links.degree(other)) {
      return false;
    }
    for (int i = 0; i < links.degree(one); i++) {
      if (links.target(from + i) != links.target(otherFrom + i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * What {@link #addValues} costs, in items and attributes looked at: one for each item, four for
   * each set. That it also looks each attribute up once is little and not counted.
   */
  int cost() {
    return setOfItem.length + 4 * setCount();
  }

  private int setCount() {
    return from.length - 1;
  }

  /**
   * Adds to the sum of each item.
   *
   * @param weights of the attributes, from the user's clicks
   * @param idf of the attributes
   */
  void addValues(SparseWeights weights, float[] idf, float factor, float[] sums) {
    float[] ofAttributes = new float[attributes.length]; // each is asked for by many sets
    for (int place = 0; place < attributes.length; place++) {
      ofAttributes[place] = weights.get(attributes[place]);
    }
    float[] values = new float[setCount()];
    for (int set = 0; set < values.length; set++) {
      values[set] = factor * value(set, ofAttributes, idf);
    }
    for (int item = 0; item < setOfItem.length; item++) {
      sums[item] += values[setOfItem[item]];
    }
  }

  private float value(int set, float[] weights, float[] idf) {
    float sum = 0;
    float square = 0;
    for (int i = from[set]; i < from[set + 1]; i++) {
      sum += weights[members[i]];
      square += idf[attributes[members[i]]];
    }
    return sum == 0 ? 0 : (float) (sum / Math.sqrt(square));
  }
}
