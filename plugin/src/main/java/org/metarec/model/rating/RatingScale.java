package org.metarec.model.rating;

/**
 * The ratings of the graph, and how they are mapped to the scale 1 … 5 of the model.
 *
 * @param lowest the lowest rating seen in training
 * @param highest the highest; equal to the lowest where the graph has no ratings that differ
 * @param mean of all ratings, on the scale 1 … 5
 */
public record RatingScale(double lowest, double highest, double mean) {

  /** A graph without ratings: every interaction is a click. */
  public static final RatingScale NONE = new RatingScale(0, 0, 3);

  /** Whether ratings can be predicted. */
  public boolean exists() {
    return highest > lowest;
  }

  /** From the graph's range to 1 … 5, clipped to it. */
  public float toModel(double rating) {
    double clipped = Math.min(highest, Math.max(lowest, rating));
    return (float) (1 + 4 * (clipped - lowest) / (highest - lowest));
  }

  /** From 1 … 5 to the graph's range, clipped to it. */
  public double toGraph(double rating) {
    double clipped = Math.min(5, Math.max(1, rating));
    return lowest + (clipped - 1) / 4 * (highest - lowest);
  }
}
