package org.metarec.model.rating;

import org.metarec.model.embedding.SparseRows;

/**
 * What one training learned of ratings.
 *
 * <p>The row of an item is {@code float[width + 2]}: factors, offset, number of ratings. That of an
 * attribute has, for each relation in which items have it, a block {@code float[width + 3]}, see
 * {@link org.metarec.model.RelationBlocks}: what it says of factors and offset, number of rated
 * items, of their ratings.
 *
 * @param rows by entity, items first
 */
public record RatingModel(RatingPrior prior, SparseRows rows) {}
