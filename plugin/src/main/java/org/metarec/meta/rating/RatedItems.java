package org.metarec.meta.rating;

import java.util.stream.IntStream;
import org.metarec.model.taste.YearScale;
import org.metarec.triple.time.ItemTimes;

/** The fitted rows of items, their numbers of ratings and their years. Immutable. */
final class RatedItems {
  /** An item with so many ratings counts half as much as one with very many. */
  private static final double HALF_WEIGHT = 20;

  private final RatingFactorization factors;
  private final double[] centre;
  private final int length;

  RatedItems(RatingFactorization factors) {
    this.factors = factors;
    this.centre = factors.itemCentre();
    this.length = factors.items().rowLength();
  }

  int count() {
    return factors.items().rowCount();
  }

  int rowLength() {
    return length;
  }

  boolean isRated(int item) {
    return factors.ratings(item) > 0;
  }

  int ratings(int item) {
    return factors.ratings(item);
  }

  /** How much an item's row is to be trusted, 0 to 1. */
  double weight(int item) {
    return ratings(item) / (ratings(item) + HALF_WEIGHT);
  }

  double deviation(int item, int k) {
    return factors.items().rows()[item * length + k] - centre[k];
  }

  /** The row of an item less the mean row; a copy. */
  float[] deviations(int item) {
    float[] deviations = new float[length];
    for (int k = 0; k < length; k++) {
      deviations[k] = (float) deviation(item, k);
    }
    return deviations;
  }

  /** {@code float[width + 2]}: factors, offset, number of ratings. */
  float[] row(int item) {
    float[] row = new float[length + 1];
    System.arraycopy(factors.items().rows(), item * length, row, 0, length);
    row[length] = ratings(item);
    return row;
  }

  YearScale yearScale(ItemTimes times) {
    return YearScale.of(times, IntStream.of(rated()));
  }

  /** The items that have ratings, ascending. */
  int[] rated() {
    return IntStream.range(0, count()).filter(this::isRated).toArray();
  }
}
