package org.metarec.meta.task;

import org.metarec.meta.profile.ProfileValues;
import org.metarec.model.taste.PriorShape;
import org.metarec.path.UserPaths;

/**
 * Rows of items, the same number of slots for each task of a batch; a slot that is not used counts
 * 0. Filled once, then read.
 */
public final class TaskRows {
  private final int slots;
  private final int pathFeatures;
  private final int profileRelations;
  private final int[] items;
  private final float[] targets;
  private final float[] counts;
  private final float[] paths;
  private final float[] profiles;

  TaskRows(int tasks, int slots, PriorShape shape) {
    this.slots = slots;
    this.pathFeatures = shape.pathFeatures();
    this.profileRelations = shape.profileRelations();
    this.items = new int[tasks * slots];
    this.targets = new float[tasks * slots];
    this.counts = new float[tasks * slots];
    this.paths = new float[tasks * slots * pathFeatures];
    this.profiles = new float[tasks * slots * profileRelations];
  }

  void set(int task, int slot, int item, float target) {
    items[task * slots + slot] = item;
    targets[task * slots + slot] = target;
    counts[task * slots + slot] = 1;
  }

  void setPath(int task, int slot, int feature, float value) {
    paths[(task * slots + slot) * pathFeatures + feature] = value;
  }

  void setProfile(int task, int slot, int relation, float value) {
    profiles[(task * slots + slot) * profileRelations + relation] = value;
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

  /** {@code float[tasks · slots · pathFeatures]}: as {@link UserPaths} gives them. */
  public float[] paths() {
    return paths;
  }

  /** {@code float[tasks · slots · profileRelations]}: as {@link ProfileValues} gives it. */
  public float[] profiles() {
    return profiles;
  }
}
