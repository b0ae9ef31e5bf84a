package org.metarec.model;

/**
 * A row of d complex numbers in {@code float}, for kernels. Real and imaginary parts are arrays of
 * their own, and all loops run from 0 with one index expression, because only such loops are
 * vectorised by JDK 17.
 */
public final class ComplexRow {
  private final float[] real;
  private final float[] imaginary;

  /**
   * @param dimension complex coordinates d, all 0 at first
   */
  public ComplexRow(int dimension) {
    this.real = new float[dimension];
    this.imaginary = new float[dimension];
  }

  /** Takes over the row of an entity. */
  public void load(EntityTable table, int entity) {
    System.arraycopy(table.values(), table.offset(entity), real, 0, real.length);
    System.arraycopy(table.values(), table.offset(entity) + real.length, imaginary, 0, real.length);
  }

  /** Takes over the rotation {@code e^{iθ}} of a relation. */
  public void load(RelationPhases phases, int relation) {
    for (int k = 0; k < real.length; k++) {
      double phase = phases.values()[phases.offset(relation) + k];
      real[k] = (float) Math.cos(phase);
      imaginary[k] = (float) Math.sin(phase);
    }
  }

  /** Writes d real parts, then d imaginary parts. */
  public void copyTo(float[] row) {
    System.arraycopy(real, 0, row, 0, real.length);
    System.arraycopy(imaginary, 0, row, real.length, real.length);
  }

  public void setToZero() {
    for (int k = 0; k < real.length; k++) {
      real[k] = 0;
      imaginary[k] = 0;
    }
  }

  public void add(ComplexRow other) {
    add(real, other.real);
    add(imaginary, other.imaginary);
  }

  private static void add(float[] sum, float[] summand) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += summand[k];
    }
  }

  /** This becomes {@code row ∘ rotation}. */
  public void setToTurned(ComplexRow row, ComplexRow rotation) {
    turn(row, rotation, 1);
  }

  /** This becomes {@code row ∘ conj(rotation)}. */
  public void setToTurnedBack(ComplexRow row, ComplexRow rotation) {
    turn(row, rotation, -1);
  }

  private void turn(ComplexRow row, ComplexRow rotation, float direction) {
    float[] rowReal = row.real;
    float[] rowImaginary = row.imaginary;
    float[] cosines = rotation.real;
    float[] sines = rotation.imaginary;
    for (int k = 0; k < real.length; k++) {
      float x = rowReal[k];
      float y = rowImaginary[k];
      float sine = direction * sines[k];
      real[k] = x * cosines[k] - y * sine;
      imaginary[k] = x * sine + y * cosines[k];
    }
  }

  /**
   * RotatE's distance {@code Σ_k |a_k − b_k|} from another row.
   *
   * @param moduli {@code float[d]}: receives the summands, none below 1e-10
   */
  public float distance(ComplexRow other, float[] moduli) {
    moduli(real, imaginary, other.real, other.imaginary, moduli);
    return sum(moduli);
  }

  private static void moduli(float[] a, float[] b, float[] c, float[] d, float[] moduli) {
    for (int k = 0; k < moduli.length; k++) {
      float x = c[k] - a[k];
      float y = d[k] - b[k];
      moduli[k] = (float) Math.sqrt(x * x + y * y + RotatE.SMOOTHING);
    }
  }

  /**
   * Adds the gradient of {@code slope · distance(other)} to this row's gradient and to the other's.
   *
   * @param moduli as {@link #distance} left them; overwritten
   */
  public void addDistanceGradient(
      ComplexRow other, float[] moduli, float slope, ComplexRow gradient, ComplexRow others) {
    divide(slope, moduli);
    addDifference(real, other.real, moduli, gradient.real, others.real);
    addDifference(imaginary, other.imaginary, moduli, gradient.imaginary, others.imaginary);
  }

  private static void divide(float dividend, float[] divisors) {
    for (int k = 0; k < divisors.length; k++) {
      divisors[k] = dividend / divisors[k];
    }
  }

  private static void addDifference(float[] a, float[] b, float[] scale, float[] ofA, float[] ofB) {
    for (int k = 0; k < a.length; k++) {
      float step = (a[k] - b[k]) * scale[k];
      ofA[k] += step;
      ofB[k] -= step;
    }
  }

  /**
   * Adds the gradient in the phase, where this row was turned by it.
   *
   * @param gradient of the loss in this row
   * @param direction 1 if it was turned, −1 if it was turned back
   * @param phaseGradient {@code float[d]}, per radian
   */
  public void addPhaseGradient(ComplexRow gradient, float direction, float[] phaseGradient) {
    float[] x = gradient.real;
    float[] y = gradient.imaginary;
    for (int k = 0; k < phaseGradient.length; k++) {
      phaseGradient[k] += direction * (y[k] * real[k] - x[k] * imaginary[k]);
    }
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
