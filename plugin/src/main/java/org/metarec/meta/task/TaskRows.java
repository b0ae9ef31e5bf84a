package org.metarec.meta.task;

/**
 * Rows of items, the same number of slots for each task of a batch; a slot that is not used counts
 * 0. Filled once, then read.
 */
public final class TaskRows {
  private final int slots;
  private final int pathRelations;
  private final int[] items;
  private final float[] targets;
  private final float[] counts;
  private final float[] paths;

  TaskRows(int tasks, int slots, int pathRelations) {
    this.slots = slots;
    this.pathRelations = pathRelations;
    this.items = new int[tasks * slots];
    this.targets = new float[tasks * slots];
    this.counts = new float[tasks * slots];
    this.paths = new float[tasks * slots * pathRelations];
  }

  void set(int task, int slot, int item, float target) {
    items[task * slots + slot] = item;
    targets[task * slots + slot] = target;
    counts[task * slots + slot] = 1;
  }

  void setPath(int task, int slot, int relation, float value) {
    paths[(task * slots + slot) * pathRelations + relation] = value;
  }

  public int slots() {
    return slots;
  }

  /** {@code int[tasks · slots]}: rows of the batch's items. */
  public int[] items() {
    return items;
  }

  /** {@code float[tasks · slots]}: y. */
  public float[] targets() {
    return targets;
  }

  /** {@code float[tasks · slots]}: 1, or 0 where the slot is not used. */
  public float[] counts() {
    return counts;
  }

  /** {@code float[tasks · slots · pathRelations]}: {@code Σ_j c_j K_r(i, j)}, unscaled. */
  public float[] paths() {
    return paths;
  }
}
