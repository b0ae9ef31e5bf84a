package org.metarec.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.metarec.DivergenceException;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.train.config.RotatEConfig;
import org.metarec.train.step.RotatEStart;
import org.metarec.train.step.RotatEStep;
import org.metarec.triple.Progress;
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Workers;

/** The training of one member of an {@link Ensemble}: used once, and for one thread. */
final class MemberTraining {
  private static final int EPOCHS_PER_CLUSTERING = 5;

  private final TripleSplit split;
  private final RotatEConfig config;
  private final Workers workers;
  private final Progress progress;
  private final RotatEStart start;
  private final EntityTable entities;
  private final RelationPhases phases;
  private final List<Double> losses = new ArrayList<>();

  MemberTraining(TripleSplit split, RotatEStart start, Workers workers, Progress progress) {
    this.split = split;
    this.config = start.config();
    this.workers = workers;
    this.progress = progress;
    this.start = start;
    this.entities = start.entities();
    this.phases = start.phases();
  }

  /** Takes steps until the schedule has ended. */
  TrainedRotatE run(RotatEStep step) {
    EpochPass pass = new EpochPass(split.training(), config, sampler(), step, progress);
    LearningSchedule schedule = new LearningSchedule(config);
    HeldBackCheck check = new HeldBackCheck(split, config);
    BestEpoch best = new BestEpoch(entities, phases);
    while (!schedule.isFinished()) {
      int epoch = losses.size() + 1;
      if (epoch % EPOCHS_PER_CLUSTERING == 0) {
        start.clusters().find(phases);
      }
      losses.add(pass.run(epoch, schedule.learningRate()));
      step.writeTables();
      schedule.endEpoch();
      if (check.isDue(epoch, schedule.isFinished())) {
        Map<String, Double> metrics = check.metrics(entities, phases, workers, progress);
        if (schedule.improves(metrics.get(HeldBackCheck.CHOSEN_BY))) {
          best.keep(losses.size(), metrics, schedule.isFinished());
        }
      }
    }
    TrainedRotatE trained = best.trained(losses, split.heldBack());
    requireFinite(trained.entities().values());
    requireFinite(trained.phases().values());
    return trained;
  }

  /** A loss is that of the tables before its step, so the last step shows in none. */
  private void requireFinite(float[] table) {
    for (float value : table) {
      if (!Float.isFinite(value)) {
        throw new DivergenceException(
            "an embedding holds %s after %d epochs; try a learningRate below %s",
            value, losses.size(), config.learningRate());
      }
    }
  }

  private BatchSampler sampler() {
    return new BatchSampler(split, config, workers);
  }
}
