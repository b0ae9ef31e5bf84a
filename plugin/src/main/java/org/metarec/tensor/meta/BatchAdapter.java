package org.metarec.tensor.meta;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.inner.UserClicks;
import org.metarec.meta.profile.UserProfile;
import org.metarec.meta.task.MetaBatch;
import org.metarec.meta.task.UserTask;
import org.metarec.model.ServingModel;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.UserWeights;
import org.metarec.tensor.EngineDevice;

/**
 * Adapts many users at once with PyTorch, by the program that the prior was learned with. A user
 * whose objective one of the full steps would raise is left to a {@link UserAdapter}, which halves
 * them.
 */
public final class BatchAdapter implements AutoCloseable {
  private final UserAdapter single;
  private final NDManager manager;
  private final Map<PriorPart, NDArray> parts;

  /**
   * @param single has the model, and adapts whom the program leaves to it
   */
  public BatchAdapter(UserAdapter single, EngineDevice device) {
    this.single = single;
    this.manager = device.newManager();
    this.parts = EngineDevice.orClose(manager, () -> PriorArrays.of(prior(), manager));
  }

  /**
   * The weights of each user, in their order; equal to those of a {@link UserAdapter} within 1e-4.
   */
  public List<UserWeights> adapt(List<UserClicks> users) {
    try (NDManager scratch = manager.newSubManager()) {
      return judged(users, walk(users, scratch));
    }
  }

  private List<UserWeights> judged(List<UserClicks> users, InnerProgram.Walk walk) {
    float[] weights = walk.weights().toFloatArray();
    boolean[] raised = walk.raised().toBooleanArray();
    int length = weights.length / users.size();
    List<UserWeights> adapted = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      float[] own = Arrays.copyOfRange(weights, i * length, (i + 1) * length);
      UserWeights judged = single.judge(users.get(i), own);
      boolean worse = raised[i] || judged.lossAfter() > judged.lossBefore();
      adapted.add(worse ? single.adapt(users.get(i)) : judged);
    }
    return adapted;
  }

  /** The full inner steps of all users at once; it lives as long as {@code scratch}. */
  InnerProgram.Walk walk(List<UserClicks> users, NDManager scratch) {
    ServingModel model = single.model();
    MetaBatch batch =
        MetaBatch.of(
            users.stream().map(BatchAdapter::task).toList(),
            task -> new UserProfile(model, task.userValues()),
            List.of(),
            task -> model.paths(),
            prior().shape());
    parts.values().forEach(array -> array.tempAttach(scratch));
    BatchVectors vectors = BatchVectors.serving(model.taste(), batch.items(), scratch);
    return new MetaProgram(parts, batch, vectors).served();
  }

  private static UserTask task(UserClicks user) {
    return new UserTask(0, user.userValues(), user.support(), List.of(), List.of(), false);
  }

  private Prior prior() {
    return single.model().taste().prior();
  }

  @Override
  public void close() {
    manager.close();
  }
}
