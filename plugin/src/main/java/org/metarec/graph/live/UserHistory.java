package org.metarec.graph.live;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.metarec.meta.SupportSet;

/**
 * What a user interacted with, in the terms of a {@link LiveModel}: each item once, at its last
 * interaction, oldest first.
 *
 * @param clicks the interactions in order
 * @param userValues the values of the user's features: positions in {@link
 *     org.metarec.model.TasteModel#userValues}, ascending
 * @param fingerprint of what weights are adapted from; another one if that changes
 */
public record UserHistory(List<Past> clicks, List<Integer> userValues, long fingerprint) {

  /**
   * One interaction.
   *
   * @param rating on the scale 1 … 5, NaN for a click
   * @param handle id of its relationship; empty where the caller told of it
   */
  public record Past(int item, float rating, OptionalLong handle) {}

  public UserHistory {
    clicks = List.copyOf(clicks);
    userValues = List.copyOf(userValues);
  }

  /** All items the user interacted with. */
  public Set<Integer> seen() {
    return clicks.stream().map(Past::item).collect(Collectors.toSet());
  }

  /** The latest interactions, from which weights are adapted and paths start. */
  public SupportSet support() {
    int[] items = clicks.stream().mapToInt(Past::item).toArray();
    float[] ratings = new float[items.length];
    for (int position = 0; position < items.length; position++) {
      ratings[position] = clicks.get(position).rating();
    }
    return SupportSet.latest(items, ratings, SupportSet.LATEST);
  }

  /** The interaction at a position of {@link #support}. */
  public Past supporting(int position) {
    return clicks.get(Math.max(0, clicks.size() - SupportSet.LATEST) + position);
  }
}
