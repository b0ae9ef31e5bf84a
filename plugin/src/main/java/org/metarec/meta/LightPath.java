package org.metarec.meta;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metarec.model.ItemTable;
import org.metarec.model.Prior;
import org.metarec.model.ServingModel;
import org.metarec.model.UserWeights;
import org.metarec.path.UserPaths;

/**
 * Adapts one user at request time: plain Java, no tensor engine, nothing written. Immutable, shared
 * between threads; a call costs the user's clicks and a fixed number of sampled items.
 */
public final class LightPath {
  private final ServingModel model;
  private final Prior prior;
  private final StartWeights startWeights;
  private final Adaptation adaptation;
  private final int[] knownItems;

  public LightPath(ServingModel model) {
    this.model = model;
    this.prior = model.taste().prior();
    this.startWeights = new StartWeights(prior);
    this.adaptation = new Adaptation(prior);
    ItemTable items = model.taste().items();
    this.knownItems =
        IntStream.range(0, items.itemCount()).filter(item -> !items.isNew(item)).toArray();
  }

  /**
   * A user's weights.
   *
   * @param support the user's latest interactions, oldest first
   * @param userValues values of the user's features, positions in the model's list
   * @param userSeed stable for the user; the same user and clicks give the same weights
   */
  public UserWeights adapt(SupportSet support, int[] userValues, long userSeed) {
    ItemTable items = model.taste().items();
    UserPaths paths = pathsOf(support);
    float[] factors = PathScale.factors(prior, paths.totalWeight());
    int[] sampled = sampled(support, new SplittableRandom(model.seed() ^ userSeed));
    InnerProblem problem =
        new InnerProblem(prior.shape().weightCount(), support.size(), sampled.length);
    for (int i = 0; i < support.size(); i++) {
      int item = support.item(i);
      float[] row = features(item);
      for (int r = 0; r < factors.length; r++) {
        float value = paths.valueOfClicked(r, item, support.pathWeight(i));
        row[row.length - factors.length + r] = factors[r] * value;
      }
      problem.add(row, items.biases()[item], support.target(i), 1);
    }
    for (int item : sampled) {
      float[] row = features(item);
      for (int r = 0; r < factors.length; r++) {
        row[row.length - factors.length + r] = factors[r] * paths.value(r, item);
      }
      float count = Math.min(1f, support.size() / (float) TaskSampler.SAMPLED);
      problem.add(row, items.biases()[item], 0, count);
    }
    return adaptation.adapt(startWeights.of(userValues, support, items), problem);
  }

  /** The clicks of a support set folded into path weights. */
  public UserPaths pathsOf(SupportSet support) {
    UserPaths paths = new UserPaths(model.paths());
    for (int i = 0; i < support.size(); i++) {
      paths.add(support.item(i), support.pathWeight(i));
    }
    return paths;
  }

  /** {@code [φ_i, 1, 0 …]}: the path features are still to be set. */
  private float[] features(int item) {
    int width = prior.shape().width();
    float[] row = new float[prior.shape().weightCount()];
    System.arraycopy(model.taste().items().vectors(), item * width, row, 0, width);
    row[width] = 1;
    return row;
  }

  /** Known items that the user has nothing to do with; none without clicks or without items. */
  private int[] sampled(SupportSet support, SplittableRandom random) {
    int[] own = IntStream.range(0, support.size()).map(support::item).sorted().toArray();
    int[] free =
        own.length < knownItems.length / 2
            ? knownItems
            : Arrays.stream(knownItems)
                .filter(item -> Arrays.binarySearch(own, item) < 0)
                .toArray();
    if (own.length == 0 || free.length == 0) {
      return new int[0];
    }
    int[] sampled = new int[TaskSampler.SAMPLED];
    for (int i = 0; i < sampled.length; i++) {
      do {
        sampled[i] = free[random.nextInt(free.length)];
      } while (Arrays.binarySearch(own, sampled[i]) >= 0);
    }
    return sampled;
  }
}
