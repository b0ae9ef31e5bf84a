package org.metarec.meta.outer;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.metarec.DivergenceException;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.config.RandomStream;
import org.metarec.meta.task.MetaBatch;
import org.metarec.meta.task.TaskSampler;
import org.metarec.meta.task.UserTask;
import org.metarec.triple.Progress;
import org.metarec.triple.RandomOrder;
import org.metarec.triple.Workers;

/**
 * The steps of the outer loop, epoch by epoch over all users in random order. A step computes in
 * one thread; beside it another lays out the next batch.
 */
public final class OuterLoop {
  private final TaskSampler sampler;
  private final BatchLayout layout;
  private final MetaConfig config;
  private final MetaStep step;
  private final Workers workers;
  private final SplittableRandom random;

  public OuterLoop(
      TaskSampler sampler, BatchLayout layout, MetaConfig config, MetaStep step, Workers workers) {
    this.sampler = sampler;
    this.layout = layout;
    this.config = config;
    this.step = step;
    this.workers = workers;
    this.random = RandomStream.OUTER_LOOP.of(config.randomSeed());
  }

  /**
   * Takes all steps.
   *
   * @return the mean loss of each epoch; none where there is no task
   * @throws DivergenceException if the loss is no finite number
   */
  public List<Double> run(Progress progress) {
    int[] users = sampler.users();
    List<Double> losses = new ArrayList<>();
    int epochs = users.length == 0 ? 0 : config.metaEpochs();
    for (int epoch = 0; epoch < epochs; epoch++) {
      RandomOrder.shuffle(users, random);
      double from = epoch / (double) epochs;
      Progress part = progress.between(from, (epoch + 1) / (double) epochs);
      losses.add(new Epoch(epoch + 1, part).run(users));
    }
    return losses;
  }

  /** A batch that is laid out when it is run; nothing, where no tasks are left. */
  private final class NextBatch implements Runnable {
    private final List<UserTask> tasks;
    private final List<Integer> sample;
    private MetaBatch batch;

    NextBatch(List<UserTask> tasks, List<Integer> sample) {
      this.tasks = tasks;
      this.sample = sample;
    }

    @Override
    public void run() {
      if (!tasks.isEmpty()) {
        batch = layout.batch(tasks, sample);
      }
    }
  }

  /** One pass over all users. */
  private final class Epoch {
    private final int number;
    private final Progress progress;
    private double sum;
    private int steps;

    /**
     * @param number from 1
     */
    Epoch(int number, Progress progress) {
      this.number = number;
      this.progress = progress;
    }

    /** The mean loss over all users. */
    double run(int[] users) {
      for (int from = 0; from < users.length; from += MetaConfig.MOST_TASKS) {
        int to = Math.min(users.length, from + MetaConfig.MOST_TASKS);
        double all = users.length;
        List<List<UserTask>> batches =
            Lists.partition(draw(users, from, to), config.metaBatchSize());
        takeSteps(batches, progress.between(from / all, to / all));
      }
      return sum / Math.max(1, steps);
    }

    private List<UserTask> draw(int[] users, int from, int to) {
      List<UserTask> tasks = new ArrayList<>();
      for (int i = from; i < to; i++) {
        progress.checkRunning();
        UserTask task = sampler.draw(users[i], random);
        if (!task.query().isEmpty()) {
          tasks.add(task);
        }
      }
      return tasks;
    }

    private void takeSteps(List<List<UserTask>> tasks, Progress part) {
      NextBatch next = next(tasks, 0);
      next.run();
      for (int i = 0; i < tasks.size(); i++) {
        part.checkRunning();
        MetaBatch batch = next.batch;
        BatchFeatures items = layout.features(batch, random);
        next = next(tasks, i + 1);
        workers.runBoth(() -> takeStep(batch, items), next);
        part.report(
            String.format(
                Locale.ROOT,
                "meta-learning epoch %d of %d, loss %.4f",
                number,
                config.metaEpochs(),
                sum / steps),
            (i + 1) / (double) tasks.size());
      }
    }

    private NextBatch next(List<List<UserTask>> tasks, int i) {
      return i < tasks.size()
          ? new NextBatch(tasks.get(i), layout.sample(random))
          : new NextBatch(List.of(), List.of());
    }

    private void takeStep(MetaBatch batch, BatchFeatures items) {
      double loss = step.step(batch, items, config.metaLearningRate());
      steps++;
      if (!Double.isFinite(loss)) {
        throw new DivergenceException(
            "the meta-learner's loss is %s in epoch %d, batch %d; lower metaLearningRate (%s) or"
                + " innerLearningRate (%s)",
            loss, number, steps, config.metaLearningRate(), config.innerLearningRate());
      }
      sum += loss;
    }
  }
}
