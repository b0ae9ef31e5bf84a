package org.metarec.recommend;

import java.util.OptionalDouble;
import org.metarec.InvalidConfigException;

/**
 * What a caller wants recommended.
 *
 * @param topK how many items at most: 1 to 100,000, and with diversity 10,000
 * @param newOnly only items without interactions when the model was trained
 * @param excludeSeen leaves out what the user interacted with, and the user's own items
 * @param pathsPerItem how many paths at most for each item
 * @param diversity 0: by score alone; up to 1: by how unlike the items above (maximal marginal
 *     relevance)
 * @param minScore items below are left out
 */
public record RecommendConfig(
    int topK,
    boolean newOnly,
    boolean excludeSeen,
    int pathsPerItem,
    double diversity,
    OptionalDouble minScore) {

  /** The one place where the defaults stand. */
  public static final RecommendConfig DEFAULTS =
      new RecommendConfig(10, false, true, 3, 0, OptionalDouble.empty());

  /** Each item is compared with all above it, which for more would take minutes. */
  private static final int MOST_DIVERSE = 10_000;

  public RecommendConfig {
    var problems = new InvalidConfigException.Problems();
    requireTopK(topK, problems);
    problems.requireBetween(0, 1000, "pathsPerItem", pathsPerItem);
    problems.require(
        diversity >= 0 && diversity <= 1, "diversity", diversity, "must be between 0 and 1");
    problems.require(
        !(diversity > 0) || topK <= MOST_DIVERSE,
        "topK",
        topK,
        "must be at most %d where diversity is above 0".formatted(MOST_DIVERSE));
    problems.require(
        minScore.isEmpty() || !Double.isNaN(minScore.getAsDouble()),
        "minScore",
        Double.NaN,
        "must be a number");
    problems.throwIfAny();
  }

  /** Notes it if a call, of whatever kind, asks for no rows or for too many. */
  public static void requireTopK(int topK, InvalidConfigException.Problems problems) {
    problems.requireBetween(1, 100_000, "topK", topK);
  }
}
