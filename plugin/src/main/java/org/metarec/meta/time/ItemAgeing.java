package org.metarec.meta.time;

/**
 * How items age. What an item earned since it came is promised to go on; where most of it was
 * earned in the first week, an item of a month is liked less by now. So items of an age are
 * lowered, by their age at the end of the interactions. Immutable.
 */
public final class ItemAgeing {
  private final float[] biases;

  /**
   * @param biases {@code float[items]}, at most 0; taken over
   */
  ItemAgeing(float[] biases) {
    this.biases = biases;
  }

  /** Where items are liked as they were. */
  static ItemAgeing none(int itemCount) {
    return new ItemAgeing(new float[itemCount]);
  }

  /** By how much an item is raised, at most 0. */
  float ofItem(int item) {
    return biases[item];
  }
}
