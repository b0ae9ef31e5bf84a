package org.metarec.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metarec.meta.inner.LightPath;
import org.metarec.meta.inner.UserClicks;
import org.metarec.meta.task.MetaBatch;
import org.metarec.meta.task.UserTask;
import org.metarec.model.Prior;
import org.metarec.model.ServingModel;
import org.metarec.model.UserWeights;

/**
 * Adapts many users at once on the device of a {@link WeightSolver}. A user whose objective the
 * full steps would raise takes the light path, which halves them. Immutable.
 */
public final class BatchedPath {
  private final ServingModel model;
  private final WeightSolver solver;
  private final LightPath light;

  /**
   * @param light of the same model
   */
  public BatchedPath(ServingModel model, LightPath light, WeightSolver solver) {
    this.model = model;
    this.solver = solver;
    this.light = light;
  }

  /** The weights of each user, in their order. */
  public List<UserWeights> adapt(List<UserClicks> users) {
    List<UserTask> tasks = new ArrayList<>();
    for (UserClicks user : users) {
      tasks.add(
          new UserTask(
              user.userValues(), user.support(), light.sampled(user), List.of(), List.of(), false));
    }
    Prior prior = model.taste().prior();
    MetaBatch batch = MetaBatch.of(tasks, model.paths(), prior.shape());
    float[] weights = solver.solve(batch, model.taste().items());
    int length = prior.shape().weightCount();
    List<UserWeights> adapted = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      float[] own = Arrays.copyOfRange(weights, i * length, (i + 1) * length);
      UserWeights judged = light.judge(users.get(i), own);
      boolean worse = judged.lossAfter() > judged.lossBefore();
      adapted.add(worse ? light.adapt(users.get(i)) : judged);
    }
    return adapted;
  }
}
