package org.metarec.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.metarec.model.EntityTable;
import org.metarec.model.Kernel;
import org.metarec.model.RelationPhases;
import org.metarec.triple.Progress;
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Triples;
import org.metarec.triple.Workers;

/**
 * Trains RotatE: epochs of batches, watched on held-back triples, the best epoch kept. The result
 * depends on the triples and the config alone, not on the number of threads.
 */
public final class RotatETrainer {

  private static final int EPOCHS_PER_CLUSTERING = 5;

  private final TripleSplit split;
  private final RotatEConfig config;
  private final Workers workers;
  private final Progress progress;
  private final EntityTable entities;
  private final RelationPhases phases;
  private final RelationClusters clusters;
  private final List<Double> losses = new ArrayList<>();

  private RotatETrainer(
      TripleSplit split, RotatEConfig config, Workers workers, Progress progress) {
    this.split = split;
    this.config = config;
    this.workers = workers;
    this.progress = progress;
    SplittableRandom random = new SplittableRandom(config.randomSeed());
    Triples triples = split.training();
    this.entities = RotatETables.entities(triples.entityCount(), config, random.split());
    this.phases = RotatETables.phases(triples.relationCount(), config, random.split());
    this.clusters = new RelationClusters(triples, config);
  }

  /**
   * Trains on all triples but {@code validationFraction} of them, at most 1,000, which are held
   * back.
   *
   * @param triples at least one
   * @param concurrency threads that share the work, at least 1
   * @throws org.metarec.DivergenceException if a loss is no finite number
   */
  public static TrainedRotatE train(
      Triples triples, RotatEConfig config, int concurrency, Progress progress) {
    return train(split(triples, config), config, concurrency, progress);
  }

  /** Trains where others have decided what is held back. */
  public static TrainedRotatE train(
      TripleSplit split, RotatEConfig config, int concurrency, Progress progress) {
    return train(split, config, Kernel.fastest(), concurrency, progress);
  }

  /** Trains by one of the kernels, which give the same bits. */
  static TrainedRotatE train(
      TripleSplit split, RotatEConfig config, Kernel kernel, int concurrency, Progress progress) {
    try (Workers workers = new Workers(concurrency)) {
      RotatETrainer trainer = new RotatETrainer(split, config, workers, progress);
      return trainer.run(ProcessorRotatEStep.of(trainer.start(), workers, kernel));
    }
  }

  /**
   * Trains by steps that are computed elsewhere than on the processor.
   *
   * @param newStep closed in the end
   * @param concurrency threads that draw negatives and rank what is held back
   */
  public static TrainedRotatE train(
      Triples triples,
      RotatEConfig config,
      Function<RotatEStart, RotatEStep> newStep,
      int concurrency,
      Progress progress) {
    try (Workers workers = new Workers(concurrency)) {
      RotatETrainer trainer = new RotatETrainer(split(triples, config), config, workers, progress);
      try (RotatEStep step = newStep.apply(trainer.start())) {
        return trainer.run(step);
      }
    }
  }

  private static TripleSplit split(Triples triples, RotatEConfig config) {
    double fraction = HeldBackCheck.fraction(triples.size(), config);
    return TripleSplit.of(triples, fraction, config.randomSeed());
  }

  /**
   * Whether training keeps a copy of the embeddings beside those in training: where held-back
   * triples are ranked before the last epoch.
   */
  public static boolean keepsCopy(long entities, long triples, RotatEConfig config) {
    double heldBack = Math.floor(HeldBackCheck.fraction(triples, config) * triples);
    return heldBack > 0
        && HeldBackCheck.interval(entities, triples, heldBack, config) < config.epochs();
  }

  private TrainedRotatE run(RotatEStep step) {
    EpochPass pass = new EpochPass(split.training(), config, sampler(), step, progress);
    LearningSchedule schedule = new LearningSchedule(config);
    HeldBackCheck check = new HeldBackCheck(split, config);
    BestEpoch best = new BestEpoch(entities, phases);
    while (!schedule.isFinished()) {
      int epoch = losses.size() + 1;
      if (epoch % EPOCHS_PER_CLUSTERING == 0) {
        clusters.find(phases);
      }
      losses.add(pass.run(epoch, schedule.learningRate()));
      step.writeTables();
      schedule.endEpoch();
      if (check.isDue(epoch, schedule.isFinished())) {
        Map<String, Double> metrics = check.metrics(entities, phases, workers, progress);
        if (schedule.improves(metrics.get("mrr"))) {
          best.keep(losses.size(), metrics, schedule.isFinished());
        }
      }
    }
    return best.trained(losses);
  }

  private BatchSampler sampler() {
    return new BatchSampler(split, config, workers);
  }

  private RotatEStart start() {
    return new RotatEStart(config, entities, phases, clusters);
  }
}
