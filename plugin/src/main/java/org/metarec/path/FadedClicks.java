package org.metarec.path;

import java.util.HashMap;
import java.util.Map;

/** One user's clicks with what is left of the weight of each, for each feature. Immutable. */
final class FadedClicks {
  /** Nothing beside a weight of 1, but not so little that arithmetic gets slow. */
  private static final double LEAST = 1e-12;

  private final Map<Integer, Integer> numbers = new HashMap<>(); // of the items' clicks
  private final float[][] weights; // by feature and click

  /**
   * As {@link UserPaths#set} has them.
   *
   * @param features how many of the index count
   */
  FadedClicks(PathIndex index, int features, int[] items, float[] weights, int[] ages) {
    this.weights = new float[features][];
    for (int click = 0; click < items.length; click++) {
      numbers.put(items[click], click);
    }
    for (int feature = 0; feature < features; feature++) {
      this.weights[feature] = faded(index.retention(feature), weights, ages);
    }
  }

  private static float[] faded(float retention, float[] weights, int[] ages) {
    if (retention == 1) {
      return weights;
    }
    float[] faded = new float[weights.length];
    for (int click = 0; click < faded.length; click++) {
      faded[click] = (float) Math.max(LEAST, weights[click] * Math.pow(retention, ages[click]));
    }
    return faded;
  }

  /** {@code float[clicks]}; not a copy. */
  float[] weights(int feature) {
    return weights[feature];
  }

  /** Of the click on an item; 0 where there is none. */
  float weight(int feature, int item) {
    Integer click = numbers.get(item);
    return click == null ? 0 : weights[feature][click];
  }

  /** Of all clicks together. */
  float totalWeight(int feature) {
    float sum = 0;
    for (float weight : weights[feature]) {
      sum += weight;
    }
    return sum;
  }
}
