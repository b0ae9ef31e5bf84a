package org.metarec.meta.fading;

import com.google.common.primitives.Doubles;
import java.util.ArrayList;
import java.util.List;
import org.metarec.meta.regression.Bisection;

/**
 * How well a number of items foretells which of some was liked: by a softmax of the number times a
 * slope, the one at which what was liked is most likely. Not thread-safe.
 */
final class FeatureOdds {
  private static final double MOST_SLOPE = 64;
  private static final int HALVINGS = 14;

  /** By choice: by how much the number of each is more than that of what was liked. */
  private final List<float[]> more = new ArrayList<>();

  private final List<Integer> users = new ArrayList<>(); // of the choices
  private int userCount;

  /** What is added from now on is another user's. */
  void nextUser() {
    userCount++;
  }

  /**
   * Adds a choice.
   *
   * @param numbers of what was liked, then of what was not
   * @param scale times which they count
   */
  void add(float[] numbers, float scale) {
    float[] differences = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      differences[i] = scale * (numbers[i] - numbers[0]);
    }
    more.add(differences);
    users.add(userCount - 1);
  }

  /** How likely what each user liked is: the sums of the logarithms of all the user's choices. */
  List<Double> logLikelihoods() {
    double slope = slope();
    double[] sums = new double[userCount];
    for (int choice = 0; choice < more.size(); choice++) {
      double odds = 0;
      for (float difference : more.get(choice)) {
        odds += Math.exp(slope * difference);
      }
      sums[users.get(choice)] -= Math.log(odds);
    }
    return Doubles.asList(sums);
  }

  /** Where the derivative of the sum of all, which falls, is 0. */
  private double slope() {
    List<float[]> telling = more.stream().filter(FeatureOdds::tells).toList();
    return Bisection.root(
        slope -> {
          double derivative = 0;
          for (float[] differences : telling) {
            derivative -= mean(differences, slope);
          }
          return derivative;
        },
        -MOST_SLOPE,
        MOST_SLOPE,
        HALVINGS);
  }

  private static boolean tells(float[] differences) {
    for (float difference : differences) {
      if (difference != 0) {
        return true;
      }
    }
    return false;
  }

  /** Of the differences, by the softmax. */
  private static double mean(float[] differences, double slope) {
    double odds = 0;
    double sum = 0;
    for (float difference : differences) {
      double each = Math.exp(slope * difference);
      odds += each;
      sum += each * difference;
    }
    return sum / odds;
  }
}
