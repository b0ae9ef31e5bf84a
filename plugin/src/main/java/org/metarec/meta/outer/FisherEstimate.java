package org.metarec.meta.outer;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.metarec.DivergenceException;
import org.metarec.meta.task.TaskSampler;
import org.metarec.meta.task.UserTask;
import org.metarec.model.taste.Fisher;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.triple.Progress;
import org.metarec.triple.RandomOrder;

/**
 * Estimates the Fisher information of the outer loss where a training has ended: the mean over
 * small batches of {@code n (∂loss/∂θ)²}, n being the tasks of a batch, since the mean of n
 * independent gradients has an n-th of their variance. Deterministic.
 */
public final class FisherEstimate {
  private static final int BATCHES = 150;
  private static final int TASKS = 16;

  private final PriorShape shape;
  private final Map<PriorPart, double[]> sums = new EnumMap<>(PriorPart.class);
  private int batches;

  public FisherEstimate(PriorShape shape) {
    this.shape = shape;
    for (PriorPart part : PriorPart.values()) {
      if (part.trained()) {
        sums.put(part, new double[part.length(shape)]);
      }
    }
  }

  /** The gradient of the outer loss of some tasks, by part. */
  public interface Gradients {
    Map<PriorPart, float[]> of(List<UserTask> tasks);
  }

  /**
   * The Fisher information over tasks of a random choice of users; 0 where there are none.
   *
   * @throws DivergenceException if it is more than a float holds
   */
  public Fisher of(
      TaskSampler sampler, Gradients gradients, SplittableRandom random, Progress progress) {
    int[] users = sampler.users();
    int[] order = RandomOrder.of(users.length, random);
    for (int from = 0; from < order.length && batches < BATCHES; from += TASKS) {
      progress.checkRunning();
      int to = Math.min(order.length, from + TASKS);
      List<UserTask> tasks =
          Arrays.stream(order, from, to)
              .mapToObj(place -> sampler.draw(users[place], random))
              .filter(task -> !task.query().isEmpty())
              .toList();
      if (!tasks.isEmpty()) {
        gradients.of(tasks).forEach((part, gradient) -> add(part, gradient, tasks.size()));
        batches++;
      }
    }
    return new Fisher(shape, this::mean);
  }

  private void add(PriorPart part, float[] gradient, int tasks) {
    double[] sum = sums.get(part);
    for (int i = 0; i < gradient.length; i++) {
      sum[i] += (double) tasks * gradient[i] * gradient[i];
    }
  }

  private float[] mean(PriorPart part) {
    double[] sum = sums.get(part);
    float[] mean = new float[sum.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sum[i] / Math.max(1, batches));
      requireFinite(mean[i], part);
    }
    return mean;
  }

  private static void requireFinite(float mean, PriorPart part) {
    if (!Float.isFinite(mean)) {
      throw new DivergenceException(
          "the meta-learner's squared gradient in %s is %s after the last epoch; lower"
              + " metaLearningRate or innerLearningRate",
          part.key(), mean);
    }
  }
}
