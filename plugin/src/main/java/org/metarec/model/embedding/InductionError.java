package org.metarec.model.embedding;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How far the rows that {@link Induction} makes lie from those that training makes. A trained row
 * is taken for {@code c m + ε}: m is what the node's relations give, ε what the node has of its
 * own, which they do not tell. So an induced row is compared as the trained one is expected to
 * compare; by itself it lies closer to most rows than any trained one, which would make new nodes
 * like everything. Immutable.
 */
public final class InductionError {
  private final double scale;
  private final double[] squares;

  private InductionError(double scale, double[] squares) {
    this.scale = scale;
    this.squares = squares;
  }

  /**
   * Finds c, by least squares, and the mean of |ε_k|² in each coordinate k, by nodes that have both
   * rows; without any c is 1 and ε is 0.
   *
   * @param dimension complex coordinates d
   * @param trained {@code float[2d]} each; those with NaN, as somebody may have written, do not
   *     count
   * @param induced of the same nodes
   */
  public static InductionError of(int dimension, List<float[]> trained, List<float[]> induced) {
    double products = 0;
    double lengths = 0;
    int[] sound =
        IntStream.range(0, trained.size())
            .filter(i -> Double.isFinite(Cosine.dot(trained.get(i), induced.get(i))))
            .toArray();
    for (int i : sound) {
      products += Cosine.dot(trained.get(i), induced.get(i));
      lengths += Cosine.dot(induced.get(i), induced.get(i));
    }
    double scale = lengths > 0 ? products / lengths : 1;
    double[] squares = new double[dimension];
    for (int i : sound) {
      for (int k = 0; k < dimension; k++) {
        squares[k] += square(trained.get(i), scale, induced.get(i), k) / sound.length;
      }
    }
    return new InductionError(scale, squares);
  }

  /** {@code |a_k − c b_k|²} of one coordinate. */
  private static double square(float[] row, double scale, float[] other, int k) {
    int d = row.length / 2;
    double real = row[k] - scale * other[k];
    double imaginary = row[d + k] - scale * other[d + k];
    return real * real + imaginary * imaginary;
  }

  /**
   * The cosine to be expected of the angle between a row and the trained row of a node of which
   * only the induced one is known, {@code a·c m / (|a| √(|c m|² + Σ_k |ε_k|²))}.
   *
   * @return −1 to 1; 0 where one of them is all zeros
   */
  public double cosine(float[] row, float[] induced) {
    double own = 0;
    for (double square : squares) {
      own += square;
    }
    double lengths = Cosine.dot(row, row) * (scale * scale * Cosine.dot(induced, induced) + own);
    return lengths == 0 ? 0 : scale * Cosine.dot(row, induced) / Math.sqrt(lengths);
  }

  /**
   * The {@link RotatE#distance} to be expected, {@code Σ_k √(|a_k − c m_k|² + |ε_k|²/2)}: of ε_k
   * only what is across adds to a modulus in the mean, if it is short beside that (the mean of
   * Rice's distribution, to second order).
   *
   * @param place where a relation points, {@code float[2d]}
   */
  public double distance(float[] place, float[] induced) {
    double sum = 0;
    for (int k = 0; k < squares.length; k++) {
      sum += Math.sqrt(square(place, scale, induced, k) + squares[k] / 2);
    }
    return sum;
  }
}
