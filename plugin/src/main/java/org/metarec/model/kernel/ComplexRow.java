package org.metarec.model.kernel;

import java.util.Arrays;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;

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

  public static ComplexRow of(EntityTable table, int entity) {
    ComplexRow row = new ComplexRow(table.dimension());
    row.load(table, entity);
    return row;
  }

  /** The rotation {@code e^{iθ}} of a relation. */
  public static ComplexRow of(RelationPhases phases, int relation) {
    ComplexRow rotation = new ComplexRow(phases.dimension());
    rotation.load(phases, relation);
    return rotation;
  }

  /**
   * At least so many rows.
   *
   * @param rows are among them; what they hold stays
   */
  public static ComplexRow[] atLeast(int count, int dimension, ComplexRow[] rows) {
    if (rows.length >= count) {
      return rows;
    }
    ComplexRow[] more = Arrays.copyOf(rows, count);
    for (int i = rows.length; i < count; i++) {
      more[i] = new ComplexRow(dimension);
    }
    return more;
  }

  /** {@code float[d]}, itself and not a copy. */
  float[] real() {
    return real;
  }

  /** {@code float[d]}, itself and not a copy. */
  float[] imaginary() {
    return imaginary;
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
}
