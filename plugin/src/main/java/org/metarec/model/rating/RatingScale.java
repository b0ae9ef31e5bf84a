package org.metarec.model.rating;

import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The ratings of the graph, and how they are mapped to the scale 1 … 5 of the model.
 *
 * @param lowest the lowest rating seen in training; one beyond ±3.4e38, what a float holds, counts
 *     as that number
 * @param highest the highest; equal to the lowest where the graph has no ratings that differ
 * @param mean of all ratings, on the scale 1 … 5
 * @param steps how many equal steps lead from the lowest to the highest rating, 2 to 20, where
 *     every rating lies on one, as whole stars do; 0 where ratings lie anywhere
 */
public record RatingScale(double lowest, double highest, double mean, int steps) {

  /** A graph without ratings: every interaction is a click. */
  public static final RatingScale NONE = new RatingScale(0, 0, 3, 0);

  /** Sums and differences of larger ratings would not be finite. */
  private static final double LARGEST = Float.MAX_VALUE;

  /** Finer ratings count as lying anywhere. */
  private static final int MOST_STEPS = 20;

  /** How far beside its place a rating may lie, in steps. */
  private static final double ROUNDING = 1e-6;

  /**
   * How far a prediction goes from the mean to the nearest place. The mean has the least squared
   * error, the median, which is such a place, the least absolute one. Chosen on held-back ratings
   * of MovieLens-1M.
   */
  private static final double TO_PLACE = 0.25;

  /**
   * The scale of some ratings; {@link #NONE} where all are equal or there are none.
   *
   * @param given all ratings, each time it is asked
   */
  public static RatingScale of(Supplier<DoubleStream> given) {
    Supplier<DoubleStream> ratings =
        () -> given.get().map(rating -> Math.min(LARGEST, Math.max(-LARGEST, rating)));
    var summary = ratings.get().summaryStatistics();
    if (summary.getCount() == 0 || summary.getMin() == summary.getMax()) {
      return NONE;
    }
    double range = summary.getMax() - summary.getMin();
    int fewest =
        IntStream.rangeClosed(1, MOST_STEPS)
            .filter(
                steps ->
                    ratings.get().allMatch(r -> isWhole((r - summary.getMin()) * steps / range)))
            .findFirst()
            .orElse(0);
    int steps = fewest == 1 ? 0 : fewest; // thumbs up or down: what lies between is a chance
    double mean = 1 + 4 * (summary.getAverage() - summary.getMin()) / range;
    return new RatingScale(summary.getMin(), summary.getMax(), mean, steps);
  }

  private static boolean isWhole(double number) {
    return Math.abs(number - Math.rint(number)) < ROUNDING;
  }

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
  double toGraph(double rating) {
    double clipped = Math.min(5, Math.max(1, rating));
    return lowest + (clipped - 1) / 4 * (highest - lowest);
  }

  /**
   * What to predict, in the graph's range: where ratings are steps apart, nearer to one of them
   * than what is expected. The more is expected, the more is predicted.
   *
   * @param expected on the scale 1 … 5
   */
  public double predicted(double expected) {
    double mean = toGraph(expected);
    if (steps == 0) {
      return mean;
    }
    double step = (highest - lowest) / steps;
    double place = lowest + Math.rint((mean - lowest) / step) * step;
    return mean + TO_PLACE * (place - mean);
  }
}
