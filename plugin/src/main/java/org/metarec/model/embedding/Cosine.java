package org.metarec.model.embedding;

/** How alike two vectors are: the cosine of the angle between them, summed in double. */
public final class Cosine {
  private Cosine() {}

  /** −1 to 1; 0 where one is all zeros. */
  public static double of(float[] one, float[] other) {
    double length = Math.sqrt(dot(one, one) * dot(other, other));
    return length == 0 ? 0 : dot(one, other) / length;
  }

  /** A vector brought to length 1, as a copy; one of zeros stays, and is like no other. */
  public static float[] unit(float[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    float[] unit = new float[vector.length];
    for (int k = 0; k < unit.length && length > 0; k++) {
      unit[k] = (float) (vector[k] / length);
    }
    return unit;
  }

  /** {@code Σ_k a_k b_k}: the cosine where both have length 1. */
  public static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int k = 0; k < one.length; k++) {
      sum += (double) one[k] * other[k];
    }
    return sum;
  }
}
