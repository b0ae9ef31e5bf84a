package org.metarec.model;

/** Rotations in complex space. */
public final class RotatE {
  private RotatE() {}

  public static float[] rotate(float[] row, float[] phase) {
    return turned(row, phase, 1);
  }

  public static float[] rotateBack(float[] row, float[] phase) {
    return turned(row, phase, -1);
  }

  private static float[] turned(float[] row, float[] phase, int direction) {
    int dimension = phase.length;
    float[] turned = new float[row.length];
    for (int j = 0; j < dimension; j++) {
      float cos = (float) Math.cos(phase[j]);
      float sin = direction * (float) Math.sin(phase[j]);
      turned[j] = row[j] * cos - row[dimension + j] * sin;
      turned[dimension + j] = row[j] * sin + row[dimension + j] * cos;
    }
    return turned;
  }
}
