package org.metarec.model;

/** Arrays of numbers in single and in double precision, converted without an object a number. */
public final class FloatArrays {
  private FloatArrays() {}

  /** The same numbers, each rounded to the nearest float. */
  public static float[] rounded(double[] values) {
    float[] floats = new float[values.length];
    for (int k = 0; k < values.length; k++) {
      floats[k] = (float) values[k];
    }
    return floats;
  }

  /** The same numbers, exactly. */
  public static double[] toDoubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      doubles[k] = values[k];
    }
    return doubles;
  }
}
