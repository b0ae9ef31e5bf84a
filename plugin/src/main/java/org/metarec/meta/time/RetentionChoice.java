package org.metarec.meta.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.metarec.meta.regression.PrequentialScore;
import org.metarec.meta.task.TaskSampler;
import org.metarec.meta.task.UserTask;
import org.metarec.path.PathIndex;
import org.metarec.path.UserPaths;
import org.metarec.triple.Progress;
import org.metarec.triple.RandomOrder;

/**
 * Finds how fast users' clicks fade, for each feature of paths by itself: by how well the feature
 * foretells what is liked next, see {@link PrequentialScore}. So a feature that follows from
 * another fades with it.
 *
 * <p>What was liked competes with others of its task by a softmax of the feature alone, each
 * retention with the slope that is best for it in hindsight. A case is a user, all of whose tasks
 * are taken together. None should be forgotten by chance, so clicks fade only where one retention
 * foretells better than if they last. Of the same interactions the same tasks are drawn.
 */
public final class RetentionChoice {
  private static final List<Float> RETENTIONS = List.of(1f, 0.95f, 0.9f, 0.8f, 0.65f, 0.5f, 0.35f);
  private static final int MOST_TASKS = 4000;
  private static final int RIVALS = 50;
  private static final long SEED = 1;

  /** Fewer are too few to tell chance by. */
  private static final int FEWEST_USERS = 30;

  /** What the sum of click weights is raised by: about as much as the prior starts with. */
  private static final float SHRINKAGE = 4;

  private final PathIndex paths;
  private final int features;

  /**
   * @param features how many of the paths' features, from the first on
   */
  public RetentionChoice(PathIndex paths, int features) {
    this.paths = paths;
    this.features = features;
  }

  /**
   * What each later click leaves of the weight of a click.
   *
   * @return {@code float[features]}, in (0, 1]
   */
  public float[] best(TaskSampler sampler, Progress progress) {
    float[] best = new float[features];
    Arrays.fill(best, 1);
    int[] users = features > 0 ? sampler.users() : new int[0];
    boolean mayTell = users.length >= FEWEST_USERS;
    Map<Integer, List<UserTask>> tasks = mayTell ? tasks(sampler, users, progress) : Map.of();
    if (tasks.size() < FEWEST_USERS) {
      return best;
    }
    List<List<PrequentialScore<Float>>> fits =
        RETENTIONS.stream().map(retention -> fits(retention, tasks, progress)).toList();
    for (int f = 0; f < features; f++) {
      int feature = f;
      best[f] = PrequentialScore.bestOrFirst(fits.stream().map(all -> all.get(feature)).toList());
    }
    return best;
  }

  /**
   * By user, of known items, those in which something can fade.
   *
   * @param users shuffled here
   */
  private static Map<Integer, List<UserTask>> tasks(
      TaskSampler sampler, int[] users, Progress progress) {
    SplittableRandom random = new SplittableRandom(SEED);
    RandomOrder.shuffle(users, random);
    Map<Integer, List<UserTask>> tasks = new TreeMap<>();
    for (int i = 0; i < MOST_TASKS; i++) {
      progress.checkRunning();
      UserTask task = sampler.draw(users[i % users.length], random);
      if (!task.asNew() && !task.query().isEmpty() && task.support().fades()) {
        tasks.computeIfAbsent(task.user(), user -> new ArrayList<>()).add(task);
      }
    }
    return tasks;
  }

  /** Of all features. */
  private List<PrequentialScore<Float>> fits(
      float retention, Map<Integer, List<UserTask>> tasks, Progress progress) {
    float[] all = new float[features];
    Arrays.fill(all, retention);
    UserPaths user = new UserPaths(paths.fading(all));
    List<FeatureSlope> slopes = Stream.generate(FeatureSlope::new).limit(features).toList();
    tasks.forEach(
        (number, ofUser) -> {
          progress.checkRunning();
          slopes.forEach(FeatureSlope::nextUser);
          ofUser.forEach(task -> add(task, user, slopes));
        });
    return slopes.stream()
        .peek(one -> progress.checkRunning())
        .map(one -> new PrequentialScore<>(retention, one.logLikelihoods()))
        .toList();
  }

  private void add(UserTask task, UserPaths user, List<FeatureSlope> slopes) {
    task.support().setIn(user);
    int[] rivals = task.others().stream().mapToInt(i -> i).limit(RIVALS).toArray();
    int[] items =
        IntStream.concat(IntStream.of(task.query().get(0)), IntStream.of(rivals)).toArray();
    for (int f = 0; f < features; f++) {
      float scale = paths.isShared(f) ? 1 / (user.totalWeight(f) + SHRINKAGE) : 1;
      slopes.get(f).add(user.values(f, items), scale);
    }
  }
}
