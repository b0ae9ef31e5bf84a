package org.metarec.meta.regression;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Something that was chosen among alternatives. An alternative with features x and offset o is
 * chosen with a chance that is proportional to {@code exp(o + β·x)}. Immutable; the arrays are
 * taken over.
 */
public final class Choice {
  private final double[] offsets;
  private final double[] features;

  /**
   * @param offsets of the alternatives, of which the first was chosen
   * @param features {@code double[alternatives · features]}, a row an alternative
   */
  public Choice(double[] offsets, double[] features) {
    this.offsets = offsets;
    this.features = features;
  }

  /** The logarithm of the chance of what was chosen. */
  public double logLikelihood(double[] coefficients) {
    double[] scores = scores(coefficients);
    return scores[0] - logSumExp(scores);
  }

  /**
   * Adds the derivatives of that: the first ones, and the second ones, which are none above 0, with
   * the opposite sign, of which the lower triangle, row by row.
   */
  void addDerivatives(double[] coefficients, double[] gradient, double[] information) {
    double[] chances = scores(coefficients);
    double sum = logSumExp(chances);
    Arrays.setAll(chances, i -> Math.exp(chances[i] - sum));
    int count = gradient.length;
    double[] mean = new double[count];
    for (int i = 0; i < chances.length; i++) {
      for (int f = 0; f < count; f++) {
        mean[f] += chances[i] * features[i * count + f];
      }
    }
    for (int f = 0; f < count; f++) {
      gradient[f] += features[f] - mean[f];
      for (int g = 0; g <= f; g++) {
        for (int i = 0; i < chances.length; i++) {
          information[f * count + g] +=
              chances[i]
                  * (features[i * count + f] - mean[f])
                  * (features[i * count + g] - mean[g]);
        }
      }
    }
  }

  private double[] scores(double[] coefficients) {
    return IntStream.range(0, offsets.length)
        .mapToDouble(i -> offsets[i] + dot(coefficients, i * coefficients.length))
        .toArray();
  }

  private double dot(double[] coefficients, int from) {
    double sum = 0;
    for (int f = 0; f < coefficients.length; f++) {
      sum += coefficients[f] * features[from + f];
    }
    return sum;
  }

  /** {@code ln Σ exp(s)} of some scores, without overflow; −∞ where there is none. */
  public static double logSumExp(double[] scores) {
    double most = Arrays.stream(scores).max().orElse(Double.NEGATIVE_INFINITY);
    return Double.isInfinite(most)
        ? most
        : most + Math.log(Arrays.stream(scores).map(score -> Math.exp(score - most)).sum());
  }
}
