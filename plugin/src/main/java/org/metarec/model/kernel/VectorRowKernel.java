package org.metarec.model.kernel;

import static org.metarec.model.kernel.VectorLanes.LANES;
import static org.metarec.model.kernel.VectorLanes.SPECIES;
import static org.metarec.model.kernel.VectorLanes.sum;

import jdk.incubator.vector.FloatVector;
import org.metarec.model.embedding.RotatE;

/**
 * The Vector API, compiled and found as {@link VectorLanes} says. No product is fused with a sum:
 * the bits are those of {@link PlainRowKernel}.
 */
final class VectorRowKernel implements RowKernel {
  @Override
  public float distance(ComplexRow a, ComplexRow b) {
    float[] p = a.real();
    float[] q = a.imaginary();
    float[] r = b.real();
    float[] s = b.imaginary();
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    int k = 0;
    for (; k < p.length - (ACCUMULATORS - 1); k += ACCUMULATORS) {
      sum0 = sum0.add(moduli(p, q, r, s, k));
      if (LANES < 16) { // a constant: these lines are not there where one register holds all
        sum1 = sum1.add(moduli(p, q, r, s, k + LANES));
      }
      if (LANES < 8) {
        sum2 = sum2.add(moduli(p, q, r, s, k + 2 * LANES));
        sum3 = sum3.add(moduli(p, q, r, s, k + 3 * LANES));
      }
    }
    float rest = 0;
    for (; k < p.length; k++) {
      rest += modulus(p[k] - r[k], q[k] - s[k]);
    }
    return sum(sum0, sum1, sum2, sum3) + rest;
  }

  private static FloatVector moduli(float[] p, float[] q, float[] r, float[] s, int k) {
    return moduli(difference(p, r, k), difference(q, s, k));
  }

  private static FloatVector moduli(FloatVector x, FloatVector y) {
    return x.mul(x).add(y.mul(y)).add(RotatE.SMOOTHING).sqrt();
  }

  private static FloatVector difference(float[] minuend, float[] subtrahend, int k) {
    return at(minuend, k).sub(at(subtrahend, k));
  }

  private static FloatVector at(float[] values, int k) {
    return FloatVector.fromArray(SPECIES, values, k);
  }

  private static float modulus(float x, float y) {
    return (float) Math.sqrt(x * x + y * y + RotatE.SMOOTHING);
  }

  @Override
  public void addDistanceGradient(
      ComplexRow a, ComplexRow b, float slope, ComplexRow ofA, ComplexRow ofB) {
    float[] p = a.real();
    float[] q = a.imaginary();
    float[] r = b.real();
    float[] s = b.imaginary();
    int k = 0;
    for (; k < SPECIES.loopBound(p.length); k += LANES) {
      FloatVector x = difference(p, r, k);
      FloatVector y = difference(q, s, k);
      FloatVector scale = FloatVector.broadcast(SPECIES, slope).div(moduli(x, y));
      step(x.mul(scale), ofA.real(), ofB.real(), k);
      step(y.mul(scale), ofA.imaginary(), ofB.imaginary(), k);
    }
    for (; k < p.length; k++) {
      float x = p[k] - r[k];
      float y = q[k] - s[k];
      float scale = slope / modulus(x, y);
      step(x * scale, ofA.real(), ofB.real(), k);
      step(y * scale, ofA.imaginary(), ofB.imaginary(), k);
    }
  }

  private static void step(FloatVector step, float[] ofA, float[] ofB, int k) {
    at(ofA, k).add(step).intoArray(ofA, k);
    at(ofB, k).sub(step).intoArray(ofB, k);
  }

  private static void step(float step, float[] ofA, float[] ofB, int k) {
    ofA[k] += step;
    ofB[k] -= step;
  }

  /**
   * Too long, at more than 325 bytes, for the compiler to inline it. Inlined, it came with the
   * gradient's loop to more nodes than the compiler takes, and the vectors of the last lines were
   * objects: a batch took half as long again.
   */
  @Override
  public void move(MomentTable table, int row, float[] gradient) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    int k = 0;
    for (; k < table.width - (ACCUMULATORS - 1); k += ACCUMULATORS) {
      sum0 = sum0.add(squares(gradient, k));
      if (LANES < 16) {
        sum1 = sum1.add(squares(gradient, k + LANES));
      }
      if (LANES < 8) {
        sum2 = sum2.add(squares(gradient, k + 2 * LANES));
        sum3 = sum3.add(squares(gradient, k + 3 * LANES));
      }
    }
    float rest = 0;
    for (; k < table.width; k++) {
      rest += gradient[k] * gradient[k];
    }
    float scale = table.scale(sum(sum0, sum1, sum2, sum3) + rest);
    float[] values = table.values;
    float[] first = table.firstMoments;
    float[] second = table.secondMoments;
    int offset = row * table.width;
    float rate = table.rate();
    float epsilon = table.epsilon();
    for (k = 0; k < SPECIES.loopBound(table.width); k += LANES) {
      int place = offset + k;
      FloatVector slope = at(gradient, k).mul(scale);
      FloatVector mean =
          at(first, place).mul(MomentTable.FIRST_DECAY).add(slope.mul(MomentTable.FIRST_SHARE));
      FloatVector square =
          at(second, place)
              .mul(MomentTable.SECOND_DECAY)
              .add(slope.mul(MomentTable.SECOND_SHARE).mul(slope));
      mean.intoArray(first, place);
      square.intoArray(second, place);
      at(values, place)
          .sub(mean.mul(rate).div(square.sqrt().add(epsilon)))
          .intoArray(values, place);
    }
    for (; k < table.width; k++) {
      table.move(offset + k, gradient[k] * scale);
    }
  }

  private static FloatVector squares(float[] values, int k) {
    FloatVector x = at(values, k);
    return x.mul(x);
  }
}
