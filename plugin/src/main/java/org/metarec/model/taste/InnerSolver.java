package org.metarec.model.taste;

import java.util.Arrays;
import java.util.Locale;
import org.metarec.ModelFormatException;

/**
 * How a user's weights follow from the clicks: what minimises the inner objective, and how far. The
 * setting is called "head", and so is what holds one.
 */
public enum InnerSolver {
  /** Gradient steps with a learned rate for each step and weight: stops short of the minimum. */
  STEPS,
  /** Ridge regression: the minimum itself, in closed form. */
  RIDGE;

  /**
   * The solver of a name.
   *
   * @throws ModelFormatException if none has it
   */
  public static InnerSolver of(String typedName) {
    return Arrays.stream(values())
        .filter(solver -> solver.typedName().equals(typedName))
        .findFirst()
        .orElseThrow(
            () ->
                new ModelFormatException(
                    "the model's head is '%s', this version knows steps and ridge; train it"
                        + " again",
                    typedName));
  }

  /** The word the user types. */
  public String typedName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
