package org.metarec.model.taste;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is known of a user before the first click, and how to learn from the clicks: the parameters
 * that the meta-learner fits. Immutable once built; the arrays are taken over.
 */
public final class Prior {
  private final PriorShape shape;
  private final Map<PriorPart, float[]> parts;

  /**
   * @param parts one array per {@link PriorPart}, row by row
   * @throws IllegalArgumentException if a part is missing or not of the length that follows from
   *     the shape
   */
  public Prior(PriorShape shape, Map<PriorPart, float[]> parts) {
    for (PriorPart part : PriorPart.values()) {
      float[] values = parts.get(part);
      int expected = part.length(shape);
      if (values == null || values.length != expected) {
        throw new IllegalArgumentException(
            "%s has %s floats, expected %d"
                .formatted(part.key(), values == null ? "no" : values.length, expected));
      }
    }
    this.shape = shape;
    this.parts = new EnumMap<>(parts);
  }

  public PriorShape shape() {
    return shape;
  }

  /** A part itself, not a copy, row by row. */
  public float[] part(PriorPart part) {
    return parts.get(part);
  }

  /** The same with another part in place of one. */
  public Prior with(PriorPart part, float[] values) {
    Map<PriorPart, float[]> changed = new EnumMap<>(parts);
    changed.put(part, values);
    return new Prior(shape, changed);
  }

  /** A part that is a single number. */
  public float number(PriorPart part) {
    return parts.get(part)[0];
  }
}
