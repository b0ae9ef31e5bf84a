package org.metarec.model.taste;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The diagonal of the Fisher information in the trained parts of a {@link Prior}: how much the
 * outer loss tells of each number, {@code E[(∂loss/∂θ)²]}, ≥ 0. What it is large for must not move
 * far when training goes on (Kirkpatrick et al., PNAS 2017, arXiv:1612.00796). Immutable once
 * built; the arrays are taken over.
 */
public final class Fisher {
  private final Map<PriorPart, float[]> parts;

  /**
   * @param values of each trained part, as long as the part; others are not asked for
   * @throws IllegalArgumentException if a part is missing, of another length, or a number is no
   *     finite one ≥ 0
   */
  public Fisher(PriorShape shape, Function<PriorPart, float[]> values) {
    this.parts = new EnumMap<>(PriorPart.class);
    for (PriorPart part : PriorPart.values()) {
      if (part.trained()) {
        parts.put(part, checked(part, part.checked(values.apply(part), shape)));
      }
    }
  }

  private static float[] checked(PriorPart part, float[] values) {
    for (float value : values) {
      if (!(value >= 0 && value < Float.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the Fisher information in %s is %s; expected a finite number of at least 0"
                .formatted(part.key(), value));
      }
    }
    return values;
  }

  /** Of a trained part, row by row; not a copy. */
  public float[] part(PriorPart part) {
    return parts.get(part);
  }
}
