package org.metarec.meta.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.profile.ProfileValues;
import org.metarec.model.taste.PriorShape;
import org.metarec.path.PathIndex;
import org.metarec.path.UserPaths;

/**
 * A batch of tasks as arrays of equal shape, for a tensor program. Support sets are aligned to the
 * right: the latest interaction is in the last slot, so that a recurrent unit reads them in order.
 */
public final class MetaBatch {
  private final PriorShape shape;
  private final ItemRows items = new ItemRows();
  private final TaskRows support;
  private final TaskRows query;
  private final TaskRows others;
  private final int[] sample;
  private final float[] pathWeights;
  private final float[] clicks;
  private final float[] known;
  private final float[] userValues;

  private MetaBatch(List<UserTask> tasks, List<Integer> sample, PriorShape shape) {
    this.shape = shape;
    this.sample = sample.stream().mapToInt(items::rowOf).toArray();
    this.support = rows(tasks, task -> task.support().size());
    this.query = rows(tasks, task -> task.query().size());
    this.others = rows(tasks, task -> task.others().size());
    this.pathWeights = new float[tasks.size() * shape.pathRelations()];
    this.clicks = new float[tasks.size()];
    this.known = new float[tasks.size()];
    this.userValues = new float[tasks.size() * shape.userValues()];
  }

  private TaskRows rows(List<UserTask> tasks, ToIntFunction<UserTask> size) {
    int slots = Math.max(1, tasks.stream().mapToInt(size).max().orElse(1));
    return new TaskRows(tasks.size(), slots, shape);
  }

  /**
   * Lays tasks out.
   *
   * @param profiles what the profile of a task's user says
   * @param sample items that stand for all that count; none where nothing is adapted, or where the
   *     moments of all are known
   * @param paths that the items of a task have
   */
  public static MetaBatch of(
      List<UserTask> tasks,
      Function<UserTask, ProfileValues> profiles,
      List<Integer> sample,
      Function<UserTask, PathIndex> paths,
      PriorShape shape) {
    MetaBatch batch = new MetaBatch(tasks, sample, shape);
    Map<PathIndex, UserPaths> userPaths = new HashMap<>();
    for (int task = 0; task < tasks.size(); task++) {
      UserTask one = tasks.get(task);
      UserPaths pathsOfUser = userPaths.computeIfAbsent(paths.apply(one), UserPaths::new);
      ProfileValues profile = profiles.apply(one);
      batch.fillSupport(task, one, pathsOfUser, profile);
      batch.fill(batch.query, task, one.query(), pathsOfUser, profile);
      batch.fill(batch.others, task, one.others(), pathsOfUser, profile);
      batch.fillPathWeights(task, pathsOfUser);
      batch.clicks[task] = one.support().size();
      batch.known[task] = one.asNew() ? 0 : 1;
      for (int value : one.userValues()) {
        batch.userValues[task * shape.userValues() + value] = 1;
      }
    }
    return batch;
  }

  private void fillPathWeights(int task, UserPaths paths) {
    int relations = shape.pathRelations();
    for (int relation = 0; relation < relations; relation++) {
      pathWeights[task * relations + relation] = paths.totalWeight(relation);
    }
  }

  private void fillSupport(int task, UserTask one, UserPaths paths, ProfileValues profile) {
    SupportSet set = one.support();
    int firstSlot = support.slots() - set.size();
    set.setIn(paths);
    for (int i = 0; i < set.size(); i++) {
      support.set(task, firstSlot + i, items.rowOf(set.item(i)), set.target(i));
    }
    for (int feature = 0; feature < shape.pathFeatures(); feature++) {
      float[] values = set.values(feature, paths);
      for (int i = 0; i < set.size(); i++) {
        support.setPath(task, firstSlot + i, feature, values[i]);
      }
    }
    fillProfile(support, task, firstSlot, set.items(), profile);
  }

  private void fillProfile(
      TaskRows rows, int task, int firstSlot, int[] ids, ProfileValues profile) {
    for (int relation = 0; relation < shape.profileRelations(); relation++) {
      float[] values = profile.of(relation, ids);
      for (int i = 0; i < ids.length; i++) {
        rows.setProfile(task, firstSlot + i, relation, values[i]);
      }
    }
  }

  private void fill(
      TaskRows rows, int task, List<Integer> chosen, UserPaths paths, ProfileValues profile) {
    int[] ids = chosen.stream().mapToInt(Integer::intValue).toArray();
    for (int slot = 0; slot < ids.length; slot++) {
      rows.set(task, slot, items.rowOf(ids[slot]), 0);
    }
    for (int feature = 0; feature < shape.pathFeatures(); feature++) {
      float[] values = paths.values(feature, ids);
      for (int slot = 0; slot < ids.length; slot++) {
        rows.setPath(task, slot, feature, values[slot]);
      }
    }
    fillProfile(rows, task, 0, ids, profile);
  }

  /** Number of tasks B. */
  public int size() {
    return clicks.length;
  }

  /** What the rows of the tasks point at. */
  public ItemRows items() {
    return items;
  }

  /** Interactions to adapt from; the latest is in the last slot. */
  public TaskRows support() {
    return support;
  }

  /** {@code int[]}: rows of the items that stand for all that count. */
  public int[] sample() {
    return sample;
  }

  /** Liked items to be ranked above the others. */
  public TaskRows query() {
    return query;
  }

  /** Items that the query competes with. */
  public TaskRows others() {
    return others;
  }

  /** {@code float[B · pathRelations]}: Σ c_rj over the support set, as its clicks have faded. */
  public float[] pathWeights() {
    return pathWeights;
  }

  /** {@code float[B]}: n, the size of the support set. */
  public float[] clicks() {
    return clicks;
  }

  /** {@code float[B]}: 0 where all items count as new, else 1. */
  public float[] known() {
    return known;
  }

  /** {@code float[B · userValues]}: 1 where the user has the value. */
  public float[] userValues() {
    return userValues;
  }
}
