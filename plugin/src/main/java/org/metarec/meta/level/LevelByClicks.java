package org.metarec.meta.level;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.metarec.model.taste.NewItemLevels;

/**
 * A level of new items that depends on the user's clicks, see {@link NewItemLevels}.
 *
 * @param limit ℓ: what it comes to with many
 * @param slope c: times {@link NewItemLevels#share}; not above 0
 */
public record LevelByClicks(double limit, double slope) {
  /** Users who are all alike say nothing of c, and a few say little. */
  private static final double RIDGE = 1;

  /** The level that would suit one user. */
  record Sample(int clicks, double level) {
    double share() {
      return NewItemLevels.share(clicks);
    }
  }

  /**
   * Ridge regression of levels on shares; all 0 where there is no sample. A click draws known items
   * apart, so a slope above 0 is taken for chance.
   */
  static LevelByClicks through(List<Sample> samples) {
    double meanShare = mean(samples, Sample::share);
    double meanLevel = mean(samples, Sample::level);
    double products = 0;
    double squares = RIDGE;
    for (Sample sample : samples) {
      double share = sample.share() - meanShare;
      products += share * (sample.level() - meanLevel);
      squares += share * share;
    }
    double slope = Math.min(0, products / squares);
    return new LevelByClicks(meanLevel - slope * meanShare, slope);
  }

  private static double mean(List<Sample> samples, ToDoubleFunction<Sample> number) {
    return samples.stream().mapToDouble(number).average().orElse(0);
  }
}
