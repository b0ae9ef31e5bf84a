package org.metarec.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.metarec.meta.regression.Foretold;
import org.metarec.meta.task.TaskSampler;
import org.metarec.meta.task.UserTask;
import org.metarec.path.PathIndex;
import org.metarec.path.UserPaths;
import org.metarec.triple.Progress;
import org.metarec.triple.RandomOrder;

/**
 * Finds how fast users' clicks fade, for each feature of paths by itself: by how well the feature
 * foretells what is liked next, see {@link Foretold}.
 *
 * <p>What was liked competes with others of its task by a softmax of the feature alone, each
 * retention with the slope that is best for it. None should be forgotten by chance, so clicks fade
 * only where one retention foretells better than if they last. Which tasks are drawn is the same
 * whatever the seed of a training.
 */
final class RetentionChoice {
  private static final List<Float> RETENTIONS = List.of(1f, 0.95f, 0.9f, 0.8f, 0.65f, 0.5f, 0.35f);
  private static final int MOST_TASKS = 2000;
  private static final int RIVALS = 50;
  private static final double MOST_SLOPE = 64;
  private static final int HALVINGS = 14;
  private static final long SEED = 1;

  /** What the sum of click weights is raised by: about as much as the prior starts with. */
  private static final float SHRINKAGE = 4;

  private final PathIndex paths;
  private final int features;
  private final List<UserTask> tasks;

  /**
   * @param features how many of the paths' features, from the first on
   */
  RetentionChoice(PathIndex paths, int features, TaskSampler sampler) {
    this.paths = paths;
    this.features = features;
    this.tasks = tasks(sampler, new SplittableRandom(SEED));
  }

  /** Those of users who have more than one click, which alone can fade. */
  private static List<UserTask> tasks(TaskSampler sampler, SplittableRandom random) {
    int[] users = sampler.users();
    RandomOrder.shuffle(users, random);
    return IntStream.range(0, users.length == 0 ? 0 : MOST_TASKS)
        .mapToObj(i -> sampler.draw(users[i % users.length], random))
        .filter(task -> task.support().size() > 1)
        .toList();
  }

  /**
   * What each later click leaves of the weight of a click.
   *
   * @return {@code float[features]}, in (0, 1]
   */
  float[] best(Progress progress) {
    List<List<Foretold<Float>>> fits = new ArrayList<>();
    for (float retention : RETENTIONS) {
      fits.add(fits(retention, progress));
    }
    float[] best = new float[features];
    for (int f = 0; f < features; f++) {
      int feature = f;
      List<Foretold<Float>> ofFeature = fits.stream().map(all -> all.get(feature)).toList();
      Foretold<Float> lasting = ofFeature.get(0);
      best[f] = Foretold.firstAsGood(List.of(lasting, Foretold.best(ofFeature)));
    }
    return best;
  }

  /** Of all features. */
  private List<Foretold<Float>> fits(float retention, Progress progress) {
    float[] all = new float[features];
    Arrays.fill(all, retention);
    List<List<double[]>> values = values(paths.fading(all));
    List<Foretold<Float>> fits = new ArrayList<>();
    for (List<double[]> ofFeature : values) {
      progress.checkRunning();
      fits.add(new Foretold<>(retention, logLikelihoods(ofFeature)));
    }
    return fits;
  }

  /** By feature and task: of what was liked, then of its rivals. */
  private List<List<double[]>> values(PathIndex fading) {
    List<List<double[]>> values = new ArrayList<>();
    for (int f = 0; f < features; f++) {
      values.add(new ArrayList<>());
    }
    UserPaths user = new UserPaths(fading);
    for (UserTask task : tasks) {
      user.clear();
      task.support().addTo(user);
      int[] rivals = task.others().stream().mapToInt(i -> i).limit(RIVALS).toArray();
      int[] items =
          IntStream.concat(IntStream.of(task.query().get(0)), IntStream.of(rivals)).toArray();
      for (int f = 0; f < features; f++) {
        values.get(f).add(values(user, fading, f, items));
      }
    }
    return values;
  }

  private static double[] values(UserPaths user, PathIndex fading, int feature, int[] items) {
    float[] raw = user.values(feature, items);
    double scale = fading.isShared(feature) ? 1 / (user.totalWeight(feature) + SHRINKAGE) : 1;
    return IntStream.range(0, raw.length).mapToDouble(i -> scale * raw[i]).toArray();
  }

  /** With the slope that makes their sum greatest, where its derivative, which falls, is 0. */
  private static List<Double> logLikelihoods(List<double[]> tasks) {
    double low = -MOST_SLOPE;
    double high = MOST_SLOPE;
    for (int i = 0; i < HALVINGS; i++) {
      double slope = (low + high) / 2;
      double derivative =
          tasks.stream().mapToDouble(values -> values[0] - expected(values, slope)).sum();
      low = derivative > 0 ? slope : low;
      high = derivative > 0 ? high : slope;
    }
    double slope = (low + high) / 2;
    return tasks.stream().map(values -> -Math.log(odds(values, slope).sum())).toList();
  }

  /** The mean of the values by the softmax. */
  private static double expected(double[] values, double slope) {
    double[] odds = odds(values, slope).toArray();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += odds[i] * values[i];
    }
    return sum / DoubleStream.of(odds).sum();
  }

  /** How likely each is, what was liked counted as 1. */
  private static DoubleStream odds(double[] values, double slope) {
    return DoubleStream.of(values).map(value -> Math.exp(slope * (value - values[0])));
  }
}
