package org.metarec.triple;

/**
 * When the interactions were, in the order of {@link Interactions}. Immutable once built: the
 * arrays are taken over, not copied.
 */
public final class InteractionTimes {
  private final int[] offsets;
  private final double[] times;

  /**
   * @param offsets {@code int[users + 1]}: where each user's row begins
   * @param times ascending within a user, −∞ where unknown
   */
  public InteractionTimes(int[] offsets, double[] times) {
    this.offsets = offsets;
    this.times = times;
  }

  /** Time of the last interaction of all; −∞ where none has one. */
  public double latest() {
    double latest = Double.NEGATIVE_INFINITY;
    for (double time : times) {
      latest = Math.max(latest, time);
    }
    return latest;
  }

  /** Whether a user's interaction was after a moment. */
  public boolean isAfter(int user, int position, double moment) {
    return times[offsets[user] + position] > moment;
  }
}
