package org.metarec.model.taste;

/** A user's adapted weights and what they were adapted from. The array is taken over. */
public final class UserWeights {
  private final float[] values;
  private final double lossBefore;
  private final double lossAfter;

  /**
   * @param values {@code float[weightCount]}: of vector, constant, paths and profile, see {@link
   *     PriorShape}
   * @param lossBefore the inner objective at the start
   * @param lossAfter at {@code values}; not above {@code lossBefore}
   */
  public UserWeights(float[] values, double lossBefore, double lossAfter) {
    this.values = values;
    this.lossBefore = lossBefore;
    this.lossAfter = lossAfter;
  }

  /** The weights themselves, not a copy. */
  public float[] values() {
    return values;
  }

  public double lossBefore() {
    return lossBefore;
  }

  public double lossAfter() {
    return lossAfter;
  }
}
