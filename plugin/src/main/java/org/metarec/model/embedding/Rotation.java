package org.metarec.model.embedding;

/** The rotation of one relation, for many rows: sines and cosines are computed once. Immutable. */
public final class Rotation {
  private final double[] cosines;
  private final double[] sines;

  /**
   * @param phase {@code float[d]}: angles θ in radians
   */
  public Rotation(float[] phase) {
    cosines = new double[phase.length];
    sines = new double[phase.length];
    for (int k = 0; k < phase.length; k++) {
      cosines[k] = Math.cos(phase[k]);
      sines[k] = Math.sin(phase[k]);
    }
  }

  /**
   * Where the tail of a head should be: {@code row ∘ e^{iθ}}.
   *
   * @param row {@code float[2d]}
   * @return {@code float[2d]}
   * @throws IllegalArgumentException if the row's length is not 2d
   */
  public float[] turn(float[] row) {
    return turn(row, 1);
  }

  /** Where the head of a tail should be: {@code row ∘ e^{−iθ}}, the inverse of {@link #turn}. */
  public float[] turnBack(float[] row) {
    return turn(row, -1);
  }

  private float[] turn(float[] row, int direction) {
    int dimension = cosines.length;
    RotatE.requireRows(row.length, dimension, row.length);
    float[] turned = new float[row.length];
    for (int k = 0; k < dimension; k++) {
      double sine = direction * sines[k];
      turned[k] = (float) (row[k] * cosines[k] - row[dimension + k] * sine);
      turned[dimension + k] = (float) (row[k] * sine + row[dimension + k] * cosines[k]);
    }
    return turned;
  }
}
