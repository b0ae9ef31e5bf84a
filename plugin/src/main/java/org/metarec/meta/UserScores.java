package org.metarec.meta;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.metarec.meta.inner.PathScale;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.inner.UserClicks;
import org.metarec.model.ServingModel;
import org.metarec.model.taste.ItemTable;
import org.metarec.path.UserPaths;

/**
 * What items are worth to a user: to the softmax of the outer loop an item of score s is worth
 * {@code exp(s)}. Not thread-safe.
 */
final class UserScores {
  private final ItemTable table;
  private final UserPaths paths;
  private final float[] factors;
  private final float[] weights;

  UserScores(ServingModel model, UserAdapter adapter, UserClicks user) {
    this.table = model.taste().items();
    this.paths = user.support().pathsIn(model.paths());
    this.factors = new PathScale(model.taste().prior()).factors(paths.totalWeight());
    this.weights = adapter.adapt(user).values();
  }

  /**
   * {@code ln Σ exp(s)} of items as they are known.
   *
   * @param counts which of them count
   * @return −∞ where none counts
   */
  double logWorth(int[] items, IntPredicate counts) {
    return logWorth(items, counts, i -> table.bias(items[i]) + table.dot(items[i], weights));
  }

  /**
   * {@code ln Σ exp(s)} of items as if they were new.
   *
   * @param counts which of them count
   * @param asNew vector and bias that each has then
   * @return −∞ where none counts
   */
  double logWorthAsNew(int[] items, IntPredicate counts, float[][] asNew) {
    return logWorth(
        items,
        counts,
        i -> {
          double score = asNew[i][table.width()];
          for (int k = 0; k < table.width(); k++) {
            score += (double) weights[k] * asNew[i][k];
          }
          return score;
        });
  }

  /** Paths add the same to an item whether it is known or new. */
  private double logWorth(int[] items, IntPredicate counts, IntToDoubleFunction withoutPaths) {
    double[] scores =
        IntStream.range(0, items.length)
            .mapToDouble(
                i ->
                    counts.test(items[i])
                        ? withoutPaths.applyAsDouble(i)
                        : Double.NEGATIVE_INFINITY)
            .toArray();
    for (int r = 0; r < factors.length; r++) {
      float[] values = paths.values(r, items);
      for (int i = 0; i < items.length; i++) {
        scores[i] += factors[r] * weights[weights.length - factors.length + r] * values[i];
      }
    }
    return logSumExp(scores);
  }

  private static double logSumExp(double[] scores) {
    double most = Arrays.stream(scores).max().orElse(Double.NEGATIVE_INFINITY);
    return Double.isInfinite(most)
        ? most
        : most + Math.log(Arrays.stream(scores).map(score -> Math.exp(score - most)).sum());
  }
}
