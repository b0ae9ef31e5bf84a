package org.metarec.model.rating;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is known of the ratings of a user and of an item before the first one: the parameters that
 * are no node's own. Immutable; the arrays are taken over.
 */
public final class RatingPrior {
  private final Map<RatingPart, float[]> parts;

  /**
   * @param parts an array for each {@link RatingPart}
   * @throws IllegalArgumentException if one is missing or they do not fit together
   */
  public RatingPrior(Map<RatingPart, float[]> parts) {
    this.parts = new EnumMap<>(parts);
    for (RatingPart part : RatingPart.values()) {
      if (!parts.containsKey(part)) {
        throw new IllegalArgumentException("%s is missing".formatted(part.key()));
      }
    }
    int rowLength = rowLength();
    requireLength(RatingPart.USER_PRECISION, rowLength * rowLength);
    requireLength(RatingPart.CONTENT_WEIGHTS, (contentLength() + 1) * rowLength);
    requireLength(RatingPart.CONTENT_SCALE, 2 * contentLength());
  }

  private void requireLength(RatingPart part, int length) {
    if (part(part).length != length) {
      throw new IllegalArgumentException(
          "%s has %d floats, expected %d".formatted(part.key(), part(part).length, length));
    }
  }

  /** Length of a user's or an item's row: factors and offset. */
  public int rowLength() {
    return part(RatingPart.ITEM_CENTRE).length;
  }

  public int relationCount() {
    return part(RatingPart.FEW_ATTRIBUTES).length;
  }

  public boolean hasFewAttributes(int relation) {
    return part(RatingPart.FEW_ATTRIBUTES)[relation] == 1;
  }

  private int contentLength() {
    return part(RatingPart.CONTENT_SCALE).length / 2;
  }

  /** σ² of a rating. */
  public float noise() {
    return part(RatingPart.NOISE)[0];
  }

  /** A part itself, not a copy, row by row. */
  public float[] part(RatingPart part) {
    return parts.get(part);
  }
}
