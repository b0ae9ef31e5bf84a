package org.metarec.model;

/**
 * RotatE's distance in {@code float}, on rows whose real and imaginary parts are arrays of their
 * own: JDK 17 vectorises only loops in which all arrays share one index expression.
 */
public final class RowDistance {

  private RowDistance() {}

  /**
   * Distance {@code Σ_k |a_k − b_k|}; all arrays are {@code float[d]}.
   *
   * @param moduli receives the d moduli, none below 1e-10
   * @return their {@link #sum}
   */
  public static float between(
      float[] real, float[] imaginary, float[] otherReal, float[] otherImaginary, float[] moduli) {
    for (int k = 0; k < moduli.length; k++) {
      float x = otherReal[k] - real[k];
      float y = otherImaginary[k] - imaginary[k];
      moduli[k] = (float) Math.sqrt(x * x + y * y + RotatE.SMOOTHING);
    }
    return sum(moduli);
  }

  /**
   * Sum over 16 accumulators, coordinate k going to accumulator k mod 16, which are then added
   * pairwise: the order of a 16-lane vector register, so that vector code gives the same bits.
   */
  public static float sum(float[] values) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    float s8 = 0;
    float s9 = 0;
    float s10 = 0;
    float s11 = 0;
    float s12 = 0;
    float s13 = 0;
    float s14 = 0;
    float s15 = 0;
    int k = 0;
    for (; k < values.length - 15; k += 16) {
      s0 += values[k];
      s1 += values[k + 1];
      s2 += values[k + 2];
      s3 += values[k + 3];
      s4 += values[k + 4];
      s5 += values[k + 5];
      s6 += values[k + 6];
      s7 += values[k + 7];
      s8 += values[k + 8];
      s9 += values[k + 9];
      s10 += values[k + 10];
      s11 += values[k + 11];
      s12 += values[k + 12];
      s13 += values[k + 13];
      s14 += values[k + 14];
      s15 += values[k + 15];
    }
    float rest = 0;
    for (; k < values.length; k++) {
      rest += values[k];
    }
    float evens = ((s0 + s8) + (s4 + s12)) + ((s2 + s10) + (s6 + s14));
    float odds = ((s1 + s9) + (s5 + s13)) + ((s3 + s11) + (s7 + s15));
    return (evens + odds) + rest;
  }
}
