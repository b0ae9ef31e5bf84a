package org.metarec.model.rating;

import java.util.Optional;

/**
 * What one training learned of ratings. Immutable; the arrays are taken over.
 *
 * <p>The row of an item is {@code float[width + 2]}: factors, offset, number of ratings. That of an
 * attribute is, for each relation in which items have it, the relation's number followed by {@code
 * float[width + 3]}: what it says of factors and offset, number of rated items, of their ratings.
 */
public final class RatingModel {
  private final RatingPrior prior;
  private final float[][] rows;

  /**
   * @param rows by entity, items first; null where there is nothing to say
   */
  public RatingModel(RatingPrior prior, float[][] rows) {
    this.prior = prior;
    this.rows = rows;
  }

  public RatingPrior prior() {
    return prior;
  }

  /** Entities that may have a row: those from 0. */
  public int entityCount() {
    return rows.length;
  }

  /** Number of rows. */
  public int size() {
    int size = 0;
    for (float[] row : rows) {
      size += row == null ? 0 : 1;
    }
    return size;
  }

  /** The row of an entity itself, not a copy. */
  public Optional<float[]> row(int entity) {
    return Optional.ofNullable(rows[entity]);
  }
}
