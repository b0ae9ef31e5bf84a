package org.metarec.model.kernel;

import org.metarec.model.embedding.RotatE;

/**
 * Plain loops. All run from 0 with one index expression and do one thing, because only such loops
 * are vectorised by JDK 17; rows of a table are copied for them.
 */
final class PlainRowKernel implements RowKernel {
  private final float[] moduli;
  private final float[] value;
  private final float[] first;
  private final float[] second;

  /**
   * @param length of all arrays, as in {@link Kernel#rows}
   */
  PlainRowKernel(int length) {
    this.moduli = new float[length];
    this.value = new float[length];
    this.first = new float[length];
    this.second = new float[length];
  }

  @Override
  public float distance(ComplexRow a, ComplexRow b) {
    findModuli(a.real(), a.imaginary(), b.real(), b.imaginary(), moduli);
    return sum(moduli);
  }

  private static void findModuli(float[] a, float[] b, float[] c, float[] d, float[] moduli) {
    for (int k = 0; k < moduli.length; k++) {
      float x = a[k] - c[k];
      float y = b[k] - d[k];
      moduli[k] = (float) Math.sqrt(x * x + y * y + RotatE.SMOOTHING);
    }
  }

  @Override
  public void addDistanceGradient(
      ComplexRow a, ComplexRow b, float slope, ComplexRow ofA, ComplexRow ofB) {
    findModuli(a.real(), a.imaginary(), b.real(), b.imaginary(), moduli);
    divide(slope, moduli);
    addDifference(a.real(), b.real(), moduli, ofA.real(), ofB.real());
    addDifference(a.imaginary(), b.imaginary(), moduli, ofA.imaginary(), ofB.imaginary());
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

  @Override
  public void move(MomentTable table, int row, float[] gradient) {
    square(gradient, value);
    float scale = table.scale(sum(value));
    int offset = row * table.width;
    System.arraycopy(table.values, offset, value, 0, table.width);
    System.arraycopy(table.firstMoments, offset, first, 0, table.width);
    System.arraycopy(table.secondMoments, offset, second, 0, table.width);
    step(table, gradient, scale, first, second, value);
    System.arraycopy(value, 0, table.values, offset, table.width);
    System.arraycopy(first, 0, table.firstMoments, offset, table.width);
    System.arraycopy(second, 0, table.secondMoments, offset, table.width);
  }

  private static void square(float[] values, float[] squares) {
    for (int k = 0; k < values.length; k++) {
      squares[k] = values[k] * values[k];
    }
  }

  private static void step(
      MomentTable table,
      float[] gradient,
      float scale,
      float[] first,
      float[] second,
      float[] value) {
    float rate = table.rate();
    float epsilon = table.epsilon();
    for (int k = 0; k < value.length; k++) {
      float slope = gradient[k] * scale;
      float mean = MomentTable.FIRST_DECAY * first[k] + MomentTable.FIRST_SHARE * slope;
      float square =
          MomentTable.SECOND_DECAY * second[k] + MomentTable.SECOND_SHARE * slope * slope;
      first[k] = mean;
      second[k] = square;
      value[k] -= rate * mean / ((float) Math.sqrt(square) + epsilon);
    }
  }

  private static float sum(float[] values) {
    float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    float s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    float s8 = 0, s9 = 0, s10 = 0, s11 = 0;
    float s12 = 0, s13 = 0, s14 = 0, s15 = 0;
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
