package org.metarec.model.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * What the kernels of the Vector API share: the registers, and how 16 accumulators in them become
 * one number. These classes are compiled by themselves and found by name, because the API's module
 * is there only where the JVM was asked for it.
 */
final class VectorLanes {

  /** The widest registers of the machine, of at most 16 lanes. */
  static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > RowKernel.ACCUMULATORS
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  static final int LANES = SPECIES.length();

  private static final VectorShuffle<Float> BY_1 = by(1);
  private static final VectorShuffle<Float> BY_2 = by(2);
  private static final VectorShuffle<Float> BY_4 = by(4);
  private static final VectorShuffle<Float> BY_8 = by(8);

  private VectorLanes() {}

  /** Lanes that exchange their places with those so many further on. */
  private static VectorShuffle<Float> by(int lanes) {
    return VectorShuffle.fromOp(SPECIES, lane -> (lane ^ lanes) % LANES);
  }

  /**
   * The accumulators added up: halves of them, then halves of those, within the register. Not by
   * the API, whose order is not fixed.
   *
   * @param sum1 not read where one register holds all accumulators
   * @param sum2 and {@code sum3}: not read where two do
   */
  static float sum(FloatVector sum0, FloatVector sum1, FloatVector sum2, FloatVector sum3) {
    FloatVector sum = sum0;
    if (LANES == 4) {
      sum = sum0.add(sum2).add(sum1.add(sum3));
    } else if (LANES == 8) {
      sum = sum0.add(sum1);
    } else {
      sum = sum.add(sum.rearrange(BY_8));
    }
    if (LANES > 4) {
      sum = sum.add(sum.rearrange(BY_4));
    }
    sum = sum.add(sum.rearrange(BY_2));
    return sum.add(sum.rearrange(BY_1)).lane(0);
  }
}
