package org.metarec.model;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The Vector API, compiled and found as {@link VectorRowKernel} is. The bits are those of {@link
 * PlainScanKernel}: no product is fused with a sum, and the lanes are added in the fixed order.
 */
final class VectorScanKernel implements ScanKernel {
  private static final int ACCUMULATORS = RowKernel.ACCUMULATORS;

  /** The widest registers of the machine, of at most 16 lanes. */
  private static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > ACCUMULATORS
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  private static final int LANES = SPECIES.length();

  private final float[] sums = new float[ACCUMULATORS];

  @Override
  public void scores(ItemTable table, float[] weights, float[] scores) {
    float[] rows = table.vectors();
    float[] biases = table.biases();
    int width = table.width();
    float constant = weights[width];
    for (int item = 0; item < biases.length; item++) {
      scores[item] = biases[item] + constant + dot(rows, item * width, weights, width);
    }
  }

  private float dot(float[] row, int offset, float[] weights, int width) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    int k = 0;
    for (; k < width - (ACCUMULATORS - 1); k += ACCUMULATORS) {
      sum0 = sum0.add(product(row, offset + k, weights, k));
      if (LANES < 16) { // a constant: these lines are not there where one register holds all
        sum1 = sum1.add(product(row, offset + k + LANES, weights, k + LANES));
      }
      if (LANES < 8) {
        sum2 = sum2.add(product(row, offset + k + 2 * LANES, weights, k + 2 * LANES));
        sum3 = sum3.add(product(row, offset + k + 3 * LANES, weights, k + 3 * LANES));
      }
    }
    float rest = 0;
    for (; k < width; k++) {
      rest += row[offset + k] * weights[k];
    }
    return sum(sum0, sum1, sum2, sum3) + rest;
  }

  private static FloatVector product(float[] row, int at, float[] weights, int k) {
    return FloatVector.fromArray(SPECIES, row, at).mul(FloatVector.fromArray(SPECIES, weights, k));
  }

  private float sum(FloatVector sum0, FloatVector sum1, FloatVector sum2, FloatVector sum3) {
    sum0.intoArray(sums, 0);
    if (LANES < 16) {
      sum1.intoArray(sums, LANES);
    }
    if (LANES < 8) {
      sum2.intoArray(sums, 2 * LANES);
      sum3.intoArray(sums, 3 * LANES);
    }
    float[] s = sums;
    float evens = ((s[0] + s[8]) + (s[4] + s[12])) + ((s[2] + s[10]) + (s[6] + s[14]));
    float odds = ((s[1] + s[9]) + (s[5] + s[13])) + ((s[3] + s[11]) + (s[7] + s[15]));
    return evens + odds;
  }
}
