package org.metarec.model.taste;

import java.util.EnumMap;
import java.util.Map;

/** The parts of a prior, all zero, of a shape whose sizes differ. */
final class ZeroParts {
  static final PriorShape SHAPE = new PriorShape(4, 3, 2, 1, true, 5, 6, InnerSolver.STEPS, 7, 8);

  private ZeroParts() {}

  static Map<PriorPart, float[]> parts() {
    Map<PriorPart, float[]> parts = new EnumMap<>(PriorPart.class);
    for (PriorPart part : PriorPart.values()) {
      parts.put(part, new float[part.length(SHAPE)]);
    }
    return parts;
  }
}
