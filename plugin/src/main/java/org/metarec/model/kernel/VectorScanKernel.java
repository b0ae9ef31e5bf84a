package org.metarec.model.kernel;

import static org.metarec.model.kernel.VectorLanes.LANES;
import static org.metarec.model.kernel.VectorLanes.SPECIES;
import static org.metarec.model.kernel.VectorLanes.sum;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.metarec.model.taste.ItemTable;
import org.metarec.model.taste.TiledRows;

/**
 * The Vector API, compiled and found as {@link VectorLanes} says. No product is fused with a sum:
 * the bits are those of {@link PlainScanKernel}.
 */
final class VectorScanKernel implements ScanKernel {
  private static final int ACCUMULATORS = RowKernel.ACCUMULATORS;
  private static final int TILE = TiledRows.TILE;

  @Override
  public void scores(ItemTable table, float[] weights, float[] scores, int from, int to) {
    float[] values = table.tiles();
    float[] biases = table.biases();
    int width = table.width();
    for (int item = from; item < to; item += TILE) {
      for (int lane = 0; lane < TILE; lane += LANES) {
        FloatVector start = FloatVector.fromArray(SPECIES, biases, item + lane).add(weights[width]);
        added(start, values, item * width + lane, weights, width).intoArray(scores, item + lane);
      }
    }
  }

  private static FloatVector added(
      FloatVector start, float[] values, int at, float[] weights, int width) {
    FloatVector sum = start;
    int k = 0;
    for (; k < width - 3; k += 4) {
      sum =
          sum.add(
              times(values, at + k * TILE, weights[k])
                  .add(times(values, at + (k + 1) * TILE, weights[k + 1]))
                  .add(times(values, at + (k + 2) * TILE, weights[k + 2]))
                  .add(times(values, at + (k + 3) * TILE, weights[k + 3])));
    }
    for (; k < width; k++) {
      sum = sum.add(times(values, at + k * TILE, weights[k]));
    }
    return sum;
  }

  private static FloatVector times(float[] values, int at, float weight) {
    return FloatVector.fromArray(SPECIES, values, at).mul(weight);
  }

  @Override
  public float dot(float[] a, float[] b) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    int k = 0;
    for (; k < a.length - (ACCUMULATORS - 1); k += ACCUMULATORS) {
      sum0 = sum0.add(product(a, b, k));
      if (LANES < 16) { // a constant: these lines are not there where one register holds all
        sum1 = sum1.add(product(a, b, k + LANES));
      }
      if (LANES < 8) {
        sum2 = sum2.add(product(a, b, k + 2 * LANES));
        sum3 = sum3.add(product(a, b, k + 3 * LANES));
      }
    }
    float rest = 0;
    for (; k < a.length; k++) {
      rest += a[k] * b[k];
    }
    return sum(sum0, sum1, sum2, sum3) + rest;
  }

  private static FloatVector product(float[] a, float[] b, int at) {
    return FloatVector.fromArray(SPECIES, a, at).mul(FloatVector.fromArray(SPECIES, b, at));
  }

  @Override
  public int firstAbove(float bound, float[] numbers, int from, int to) {
    int place = from;
    while (place < to - (LANES - 1) && !anyAbove(bound, numbers, place)) {
      place += LANES;
    }
    while (place < to && !(numbers[place] > bound)) {
      place++;
    }
    return place;
  }

  private static boolean anyAbove(float bound, float[] numbers, int at) {
    return FloatVector.fromArray(SPECIES, numbers, at).compare(VectorOperators.GT, bound).anyTrue();
  }
}
