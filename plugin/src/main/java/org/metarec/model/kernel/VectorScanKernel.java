package org.metarec.model.kernel;

import static jdk.incubator.vector.VectorOperators.LSHR;
import static org.metarec.model.kernel.VectorLanes.LANES;
import static org.metarec.model.kernel.VectorLanes.SPECIES;
import static org.metarec.model.kernel.VectorLanes.sum;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.metarec.model.item.CoarseRows;
import org.metarec.model.item.CoarseWeights;

/**
 * The Vector API, compiled and found as {@link VectorLanes} says. No product is fused with a sum:
 * the bits are those of {@link PlainScanKernel} and {@link PlainBlockScan}.
 */
final class VectorScanKernel implements ScanKernel, BlockScan {
  private static final int ACCUMULATORS = RowKernel.ACCUMULATORS;
  private static final VectorSpecies<Integer> WHOLE = SPECIES.withLanes(int.class);
  private static final int BYTE = 0xFF;

  /** Four coordinates of theirs are as long as a line of a cache. */
  private static final int TILE = 16;

  @Override
  public int tile() {
    return TILE;
  }

  @Override
  public BlockScan blockScan() {
    return this;
  }

  @Override
  public void setScores(
      CoarseRows rows, int block, CoarseWeights weights, float[] biases, float[] scores) {
    int from = block * CoarseRows.BLOCK;
    int count = Math.min(CoarseRows.BLOCK, biases.length - from);
    if (count == CoarseRows.BLOCK) {
      setWholeBlock(rows, block, weights, biases, from, scores);
    } else { // the last one, filled up
      float[] rest = Arrays.copyOfRange(biases, from, from + CoarseRows.BLOCK);
      setWholeBlock(rows, block, weights, rest, 0, rest);
      System.arraycopy(rest, 0, scores, from, count);
    }
  }

  private static void setWholeBlock(
      CoarseRows rows, int block, CoarseWeights weights, float[] biases, int at, float[] scores) {
    int[] words = rows.words(block);
    int quads = rows.quads();
    for (int lane = 0; lane < CoarseRows.BLOCK; lane += LANES) {
      int word = lane / TILE * TILE * quads + lane % TILE;
      IntVector sum = tileSum(words, word, quads, weights);
      FloatVector.fromArray(SPECIES, biases, at + lane)
          .add(weights.constant())
          .add(((FloatVector) sum.convert(VectorOperators.I2F, 0)).mul(weights.unit()))
          .intoArray(scores, at + lane);
    }
  }

  private static IntVector tileSum(int[] words, int at, int quads, CoarseWeights weights) {
    int[] factors = weights.factors();
    IntVector sum = IntVector.broadcast(WHOLE, weights.start());
    for (int quad = 0, k = 0; quad < quads; quad++, k += 4) {
      IntVector bytes = IntVector.fromArray(WHOLE, words, at + quad * TILE);
      sum =
          sum.add(bytes.and(BYTE).mul(factors[k]))
              .add(bytes.lanewise(LSHR, 8).and(BYTE).mul(factors[k + 1]))
              .add(bytes.lanewise(LSHR, 16).and(BYTE).mul(factors[k + 2]))
              .add(bytes.lanewise(LSHR, 24).mul(factors[k + 3]));
    }
    return sum;
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
