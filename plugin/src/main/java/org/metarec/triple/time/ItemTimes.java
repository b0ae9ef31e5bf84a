package org.metarec.triple.time;

/** When each item appeared, in years; NaN where unknown. The array is taken over. */
public final class ItemTimes {
  private final float[] years;

  /**
   * @param years {@code float[items]}, in years, NaN where unknown
   */
  public ItemTimes(float[] years) {
    this.years = years;
  }

  /** In years, NaN where unknown. */
  public float year(int item) {
    return years[item];
  }
}
