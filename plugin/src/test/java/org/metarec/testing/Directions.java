package org.metarec.testing;

import java.util.SplittableRandom;

/** Vectors of length 1. */
public final class Directions {

  private Directions() {}

  /** A seeded one. */
  public static float[] random(int dimensions) {
    SplittableRandom random = new SplittableRandom(dimensions);
    float[] vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return unit(vector);
  }

  /** That of a vector which is not 0. */
  public static float[] unit(float[] vector) {
    double length = length(vector);
    float[] unit = vector.clone();
    for (int i = 0; i < unit.length; i++) {
      unit[i] /= (float) length;
    }
    return unit;
  }

  /** The Euclidean norm. */
  public static double length(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }
}
