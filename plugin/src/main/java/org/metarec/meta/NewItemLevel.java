package org.metarec.meta;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metarec.meta.inner.PathScale;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.inner.UserClicks;
import org.metarec.meta.task.TaskSampler;
import org.metarec.meta.task.UserTask;
import org.metarec.model.ServingModel;
import org.metarec.model.taste.ItemTable;
import org.metarec.path.UserPaths;
import org.metarec.triple.Progress;
import org.metarec.triple.RandomOrder;

/**
 * How far new items are raised, or lowered, to rank as they deserve beside known ones. A task takes
 * all of its items for new or none, so the outer loss does not tell how the scores of the two
 * compare; and new ones lie close together, since little is known of them, while those at the top
 * are known.
 *
 * <p>The outer loss is a softmax, to which an item of score s is worth {@code exp(s)}. So the level
 * is that at which known items are worth as much together if they are taken for new: {@code ln Σ_i
 * exp(s_i) − ln Σ_i exp(s'_i)} in the mean of some users, s_i the score of an item as it is known
 * and s'_i as if it were new. Where likes last and that would lower new items, they stay as they
 * are: they are at the begin of their lives.
 */
final class NewItemLevel {
  private static final int MOST_USERS = 512;

  private final ServingModel model;
  private final int[] items;
  private final float[][] asNew;
  private final boolean mayLower;
  private final UserAdapter adapter;

  /**
   * @param model which has the rows of known items, and a level of 0
   * @param items known ones
   * @param asNew vector and bias that each would have if it were new, at a level of 0
   * @param mayLower whether it may be below 0, as where likes fade: then known items are scored by
   *     what they are worth now, not by all they ever were
   */
  NewItemLevel(ServingModel model, List<Integer> items, float[][] asNew, boolean mayLower) {
    this.model = model;
    this.items = items.stream().mapToInt(Integer::intValue).toArray();
    this.asNew = asNew;
    this.mayLower = mayLower;
    this.adapter = new UserAdapter(model);
  }

  /** The level; 0 where there are no users or no items. */
  float of(TaskSampler sampler, SplittableRandom random, Progress progress) {
    int[] users = sampler.users();
    RandomOrder.shuffle(users, random);
    double mean =
        IntStream.of(users)
            .limit(MOST_USERS)
            .peek(user -> progress.checkRunning())
            .mapToDouble(user -> of(sampler.draw(user, random)))
            .filter(Double::isFinite) // not of who clicked all items
            .average()
            .orElse(0);
    return (float) (mayLower ? mean : Math.max(0, mean));
  }

  private double of(UserTask task) {
    UserClicks user = new UserClicks(task.userValues(), task.support());
    float[] weights = adapter.adapt(user).values();
    ItemTable table = model.taste().items();
    double[] known = pathParts(task.support(), weights); // alike in both
    double[] fresh = known.clone();
    for (int i = 0; i < items.length; i++) {
      known[i] += table.bias(items[i]) + table.dot(items[i], weights);
      fresh[i] += asNew[i][table.width()];
      for (int k = 0; k < table.width(); k++) {
        fresh[i] += (double) weights[k] * asNew[i][k];
      }
    }
    return logSumExp(known) - logSumExp(fresh);
  }

  /** What paths add to the score of each item; −∞ for those that the user has clicked. */
  private double[] pathParts(SupportSet support, float[] weights) {
    UserPaths paths = support.pathsIn(model.paths());
    float[] factors = new PathScale(model.taste().prior()).factors(paths.totalWeight());
    Set<Integer> clicked =
        IntStream.range(0, support.size()).mapToObj(support::item).collect(Collectors.toSet());
    double[] parts =
        IntStream.of(items)
            .mapToDouble(item -> clicked.contains(item) ? Double.NEGATIVE_INFINITY : 0)
            .toArray();
    for (int r = 0; r < factors.length; r++) {
      float[] values = paths.values(r, items);
      for (int i = 0; i < items.length; i++) {
        parts[i] += factors[r] * weights[weights.length - factors.length + r] * values[i];
      }
    }
    return parts;
  }

  private static double logSumExp(double[] scores) {
    double most = Arrays.stream(scores).max().orElse(Double.NEGATIVE_INFINITY);
    return most + Math.log(Arrays.stream(scores).map(score -> Math.exp(score - most)).sum());
  }
}
