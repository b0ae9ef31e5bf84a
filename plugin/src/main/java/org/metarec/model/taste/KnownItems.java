package org.metarec.model.taste;

import java.util.Optional;

/**
 * Which items users had interacted with when a model was trained, and what was learned of each of
 * them alone: an addition to its vector and bias. Immutable once built; the arrays are taken over.
 */
public final class KnownItems {
  private final float[][] parts;

  /**
   * @param parts {@code float[items][width + 1]}, null for an item that was not known
   */
  public KnownItems(float[][] parts) {
    this.parts = parts;
  }

  public int itemCount() {
    return parts.length;
  }

  public boolean isKnown(int item) {
    return parts[item] != null;
  }

  /** {@code float[width + 1]}, not a copy; empty for an item that was not known. */
  public Optional<float[]> part(int item) {
    return Optional.ofNullable(parts[item]);
  }

  /** How many of the items were known. */
  public int knownCount() {
    int count = 0;
    for (float[] part : parts) {
      count += part == null ? 0 : 1;
    }
    return count;
  }
}
