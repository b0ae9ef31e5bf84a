package org.metarec.meta.feature;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.input.PriorGrowth;
import org.metarec.meta.popularity.PopularityFeatures;
import org.metarec.meta.popularity.PopularityRidge;
import org.metarec.meta.regression.FeatureScale;
import org.metarec.triple.Progress;
import org.metarec.triple.time.ItemTimes;

/**
 * How many likes each item can be expected to get, as its relations and features tell: for a known
 * item from what others earned, without its own likes. And what these earned, as numbers of mean 0
 * and spread 1. Immutable.
 */
final class ItemPrior {
  private final float[] coefficients;
  private final FeatureScale scale;
  private final float[] expected;
  private final float[][] earned;

  private ItemPrior(float[] coefficients, FeatureScale scale, float[] expected, float[][] earned) {
    this.coefficients = coefficients;
    this.scale = scale;
    this.expected = expected;
    this.earned = earned;
  }

  /**
   * Fits it to the known items.
   *
   * @param growth the scale of earned numbers that was learned with stays
   */
  static ItemPrior of(
      LearningInput input,
      PopularityFeatures features,
      Optional<PriorGrowth> growth,
      Progress progress) {
    ItemTimes times = input.itemTimes();
    IntFunction<double[]> rows =
        item -> {
          progress.checkRunning();
          return features.of(item, times.year(item));
        };
    int length = PopularityFeatures.length(input.paths().relationCount());
    FeatureScale ofEarned = FeatureScale.of(rows, features.likes().known(), length);
    FeatureScale scale = growth.map(g -> g.grown(ofEarned)).orElse(ofEarned);
    float[] expected = new float[input.itemCount()];
    float[][] earned = new float[input.itemCount()][];
    for (int item = 0; item < earned.length; item++) {
      progress.checkRunning();
      earned[item] = features.standardised(scale, item, times.year(item));
    }
    PopularityRidge ridge =
        PopularityRidge.of(item -> earned[item], length, features.likes(), progress);
    for (int item = 0; item < expected.length; item++) {
      progress.checkRunning();
      expected[item] = ridge.expectedByOthers(item, earned[item]);
    }
    return new ItemPrior(ridge.coefficients(), scale, expected, earned);
  }

  /** One that expects the same of all items. */
  static ItemPrior flat(LearningInput input) {
    int length = PopularityFeatures.length(input.paths().relationCount());
    float[][] nothing = new float[input.itemCount()][];
    Arrays.fill(nothing, new float[length]);
    return new ItemPrior(
        new float[length + 1],
        FeatureScale.of(item -> new double[0], new int[0], length),
        new float[input.itemCount()],
        nothing);
  }

  /** As {@link PopularityRidge#coefficients} gives them; a copy. */
  float[] coefficients() {
    return coefficients.clone();
  }

  /** π̂ of an item. */
  float expected(int item) {
    return expected[item];
  }

  FeatureScale scale() {
    return scale;
  }

  /** Standardised, {@code float[earnedNumbers]}; not a copy. */
  float[] earned(int item) {
    return earned[item];
  }
}
