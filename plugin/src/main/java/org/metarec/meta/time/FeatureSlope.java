package org.metarec.meta.time;

import com.google.common.primitives.Doubles;
import java.util.ArrayList;
import java.util.List;
import org.metarec.meta.regression.Choice;
import org.metarec.meta.regression.ConditionalLogit;

/**
 * How well a number of items foretells which of some was liked: by a softmax of the number times a
 * slope, the one at which what was liked is most likely. Not thread-safe.
 */
final class FeatureSlope {
  /** A prior that bounds the slope where the number tells all, and says little else. */
  private static final ConditionalLogit SLOPE = new ConditionalLogit(new double[1], 64);

  private final List<Choice> choices = new ArrayList<>();
  private final List<Integer> users = new ArrayList<>(); // of the choices
  private int userCount;
  private double[] noOffsets = {};

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
    double[] features = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      features[i] = scale * numbers[i];
    }
    if (noOffsets.length != numbers.length) {
      noOffsets = new double[numbers.length]; // one for all, there are very many
    }
    choices.add(new Choice(noOffsets, features));
    users.add(userCount - 1);
  }

  /** How likely what each user liked is: the sums of the logarithms of all the user's choices. */
  List<Double> logLikelihoods() {
    double[] slope = SLOPE.mostLikely(choices);
    double[] sums = new double[userCount];
    for (int choice = 0; choice < choices.size(); choice++) {
      sums[users.get(choice)] += choices.get(choice).logLikelihood(slope);
    }
    return Doubles.asList(sums);
  }
}
