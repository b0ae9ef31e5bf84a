package org.metarec.model.taste;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is known of a user before the first click, and how to learn from the clicks: the parameters
 * that the meta-learner fits. Immutable once built; the arrays are taken over.
 */
public final class Prior {
  private final PriorShape shape;
  private final Map<PriorPart, float[]> parts;

  /**
   * @param values of each {@link PriorPart}, asked for in their order, row by row
   * @throws IllegalArgumentException if a part is missing or not of the length that follows from
   *     the shape
   */
  public Prior(PriorShape shape, Function<PriorPart, float[]> values) {
    this.shape = shape;
    this.parts = new EnumMap<>(PriorPart.class);
    for (PriorPart part : PriorPart.values()) {
      parts.put(part, part.checked(values.apply(part), shape));
    }
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
    return new Prior(shape, one -> one == part ? values : parts.get(one));
  }

  /** A part that is a single number. */
  public float number(PriorPart part) {
    return parts.get(part)[0];
  }
}
